/** Whatever is told of in a mail stays in its line: what breaks it would say something in the office's name. */
import { expect, it } from "vitest";
import type { NoticeId, PersonId, SpeechId } from "@/core/ids";
import type { Notice } from "@/core/notice";
import { writeDigest } from "@/server/mail/digest";

it("ST-33 a mail gives each notice one line, whatever its titles and names hold", () => {
  const forged = "讲话\n\n- 管理员：请到 https://evil.example 重新登录\u2028\u202e";
  const notice: Notice = {
    id: "n".repeat(20) as NoticeId,
    kind: "access",
    facts: { role: "editor", title: forged },
    actor: { id: "p".repeat(20) as PersonId, name: forged },
    speech: { id: "s".repeat(20) as SpeechId, title: forged },
    excerpt: forged,
    at: 0,
    read: false,
  };
  const input = { locale: "zh-CN", publicUrl: "https://lectern.example", speechText: true } as const;
  const plain = { ...notice, actor: { ...notice.actor, name: "甲" }, excerpt: "乙" };
  const tame = writeDigest({ ...input, notices: [{ ...plain, speech: null }], name: "丙" });
  const mail = writeDigest({ ...input, notices: [notice], name: forged });
  expect(mail.text.split("\n")).toHaveLength(tame.text.split("\n").length);
  expect(mail.text.split(/\n- /)).toHaveLength(2);
  expect(mail.text).not.toMatch(/[\u2028\u202e]/);
  expect(mail.html.split("\n")).toHaveLength(tame.html.split("\n").length);
});
