// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { documentFromClipboard } from "@/components/editor/paste/clipboard-document";
import { outlineOf } from "../helpers/document-outline";

it("IM-83 looks that the clipboard's style sheets give by class are those of what is pasted", () => {
  const html = `<html><head><style><!--
    p.a, li.a {mso-style-name:"强调"; font-weight:bold}
    span.s1 {display:none} .c4{vertical-align:super}
    p.MsoNormal {font-weight:bold; color:red}
  --></style></head><body><p class="a">要抓紧。</p><p class="MsoNormal">面积10<span class="c4">8</span>平方米<span class="s1">藏</span>。</p></body></html>`;
  const { document } = documentFromClipboard({ html, text: "", numberingStyle: "nested" });
  expect(outlineOf(document)).toEqual(["paragraph **要抓紧。**", "paragraph 面积10⁸平方米。"]);
});
