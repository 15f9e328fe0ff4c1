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
