/** Tracked changes of a .docx that make one paragraph of two. */
import { expect, it } from "vitest";
import { decided, findings, item, level, list } from "../helpers/imported-lines";
import { r } from "../helpers/word-file";

const BY = 'w:id="1" w:author="甲" w:date="2026-03-01T09:00:00Z"';
const struck = (text: string) => `<w:del ${BY}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
const line = (content: string, { isJoined = false, place = "" } = {}) =>
  `<w:p><w:pPr>${place}<w:rPr>${isJoined ? `<w:del ${BY}/>` : ""}</w:rPr></w:pPr>${content}</w:p>`;

it("IM-97 two paragraphs that become one are proposed to; two items can't be, stay apart, and that is told", () => {
  const joined = (place: string) => ({
    body:
      line(r("查") + struck("清"), { isJoined: true, place }) +
      line(struck("修") + r("好"), { place }) +
      line(r("完成"), { place }),
    numbering: list(1, level(0, "bullet", "•")),
  });
  expect(decided(joined(""))).toEqual([
    ["查好", "完成"],
    ["查清", "修好", "完成"],
  ]);
  expect(findings(joined(""))).toEqual([]);
  expect(decided(joined(item(1)))).toEqual([
    ["- 查", "- 好", "- 完成"],
    ["- 查清", "- 修好", "- 完成"],
  ]);
  expect(findings(joined(item(1)))).toEqual(["tracked-join 1"]);
});
