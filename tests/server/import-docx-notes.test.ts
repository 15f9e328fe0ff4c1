/** Comments and notes of a .docx: what their bodies say. */
import { describe, expect, it } from "vitest";
import { importWord } from "../helpers/imported-lines";
import { p, r } from "../helpers/word-file";

const BODY = [
  `<w:p>${r("第")}<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>${r("号")}`,
  '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
  `<w:r><w:ruby><w:rt>${r("zhòng")}</w:rt><w:rubyBase>${r("重")}</w:rubyBase></w:ruby></w:r>`,
  r("藏", "<w:vanish/>"),
  "<w:r><mc:AlternateContent><mc:Choice><w:t>一次</w:t></mc:Choice><mc:Fallback><w:t>一次</w:t></mc:Fallback></mc:AlternateContent></w:r>",
  `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p("框")}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p("框")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  '<w:del w:id="9" w:author="甲"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>',
].join("");
const SAID = "第A\u20111号✓重一次\n框";

describe("bodies of comments and notes", () => {
  it("IM-65 they say each word once, as it is read", () => {
    const comments = `<w:comment w:id="1" w:author="王">${BODY}</w:comment>`;
    const footnotes = `<w:footnote w:id="2">${BODY}</w:footnote>`;
    const body = `<w:p><w:commentRangeStart w:id="1"/>${r("正文")}<w:commentRangeEnd w:id="1"/><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const { threads, findings } = importWord({ body, comments, footnotes });
    expect(threads.map((thread) => thread.comments[0]?.body)).toEqual([SAID, SAID]);
    expect(findings).toContainEqual({ kind: "hidden-text", count: 2, where: ["藏", "藏"] });
  });

  it("IM-65 a note with nothing but a picture is told where its mark is", () => {
    const footnotes = `<w:footnote w:id="2"><w:p><w:r><w:drawing/></w:r></w:p></w:footnote>`;
    const body = `<w:p>${r("见图样")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const { threads, findings } = importWord({ body, footnotes });
    expect(threads).toEqual([]);
    expect(findings).toEqual([{ kind: "picture", count: 1, where: ["见图样"] }]);
  });
});

describe("threads", () => {
  const comment = (id: number, text: string) =>
    `<w:comment w:id="${id}" w:author="王"><w:p w14:paraId="0000000${id}">${text === "" ? "" : r(text)}</w:p></w:comment>`;
  const entry = (id: number, parent: number | null, done = 0) =>
    `<w15:commentEx w15:paraId="0000000${id}" ${parent === null ? "" : `w15:paraIdParent="0000000${parent}"`} w15:done="${done}"/>`;
  const on = (ids: readonly number[], words: string) =>
    [
      ...ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`),
      r(words),
      ...ids.map((id) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`),
    ].join("");
  const threadsOf = (comments: string, commentsExtended: string) =>
    importWord({
      body: `<w:p>${on([1, 2, 3], "这一句")}${r("后文")}</w:p>`,
      comments,
      commentsExtended,
    }).threads.map(({ quote, resolved, comments }) => [
      quote,
      resolved !== null,
      comments.map(({ body }) => body),
    ]);

  it("IM-68 an answer is one wherever the file lists it", () => {
    const comments = comment(3, "再答") + comment(2, "答") + comment(1, "问");
    expect(threadsOf(comments, entry(1, null, 1) + entry(2, 1) + entry(3, 2))).toEqual([
      ["这一句", true, ["问", "再答", "答"]],
    ]);
  });

  it("IM-68 answers to a remark without words stand on its words, resolved as it is", () => {
    const comments = comment(1, "") + comment(2, "答") + comment(3, "");
    expect(threadsOf(comments, entry(1, null, 1) + entry(2, 1) + entry(3, null))).toEqual([
      ["这一句", true, ["答"]],
    ]);
  });

  it("IM-95 an answer that LibreOffice put on its remark's words or behind its mark is in its thread, in order of time", () => {
    const said = (id: number, minute: number, text: string) =>
      comment(id, text).replace('w:author="王"', `w:author="王" w:date="2026-03-01T09:0${minute}:00Z"`);
    const comments = said(1, 3, "答") + said(2, 1, "问") + said(3, 2, "追问") + said(4, 4, "另问");
    const point = '<w:r><w:commentReference w:id="3"/></w:r>';
    const body = `<w:p>${on([1, 2], "这一句")}${point}${r("后文")}${on([4], "另一句")}</w:p>`;
    const threads = (application: string, commentsExtended = "") =>
      importWord({ body, comments, commentsExtended, application }).threads.map(({ quote, comments }) => [
        quote,
        comments.map(({ body }) => body),
      ]);
    expect(threads("LibreOffice/7.4.7.2$Linux_X86_64")).toEqual([
      ["这一句", ["问", "追问", "答"]],
      ["另一句", ["另问"]],
    ]);
    // Word says which are answers, and so do newer ones: what they don't call so are remarks.
    expect(threads("Microsoft Office Word")).toHaveLength(4);
    expect(threads("LibreOffice/24.2", entry(4, 1))).toHaveLength(3);
  });

  it("IM-95 remarks in front of all text are of their own", () => {
    const points = [1, 2].map((id) => `<w:r><w:commentReference w:id="${id}"/></w:r>`).join("");
    const { threads } = importWord({
      body: `<w:p>${points}${r("正文")}</w:p>`,
      comments: comment(1, "甲") + comment(2, "乙"),
      application: "LibreOffice/7.4",
    });
    expect(threads).toHaveLength(2);
  });

  it("IM-68 comments that answer each other are one thread", () => {
    expect(threadsOf(comment(1, "甲") + comment(2, "乙"), entry(1, 2) + entry(2, 1))).toEqual([
      ["这一句", false, ["甲", "乙"]],
    ]);
  });
});
