import { readFileSync } from "node:fs";
import { DOMSerializer, Node } from "@tiptap/pm/model";
import { Window } from "happy-dom";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { documentFromClipboard, inlineFromClipboard } from "@/components/editor/paste/clipboard-document";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";
import { NO_REAL_DATA, realData } from "../helpers/real-data";

const HOSTILE = [
  "<script>alert(1)</script>",
  "<p>甲<script>alert(1)</script>乙</p>",
  "<img src=x onerror=alert(1)>",
  "<svg><script>alert(1)</script><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>",
  "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
  "<a href='javascript:alert(1)' onmouseover=alert(1)>链接</a>",
  "<p style='background:url(javascript:alert(1))' class='x' id='y' data-node='title'>甲</p>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<object data='javascript:alert(1)'>o</object><embed src=x>",
  "<style>@import 'https://example.invalid/x.css'; p{color:red}</style><p>甲</p>",
  "<link rel=stylesheet href=https://example.invalid/x.css><base href=https://example.invalid>",
  "<meta http-equiv=refresh content='0;url=https://example.invalid'>",
  "<form action=https://example.invalid><input value=甲><button formaction=javascript:alert(1)>乙</button></form>",
  "<template><img src=x onerror=alert(1)></template>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
  "<ul><script>alert(1)</script><li onclick=alert(1)>甲</li></ul>",
  "<table background=javascript:alert(1)><tr><td colspan=999999 rowspan=-1 onclick=alert(1)>甲<td>乙</table>",
  "<ol type='a\" onclick=alert(1)'><li>甲</ol><ol type=A style='list-style:url(javascript:alert(1))'><li>乙</ol>",
  "<ol start=1e99><li value=5>甲</ol><ol start=-3><li>乙</ol>",
  "<h1 data-run-in onclick=alert(1)>甲</h1><h2 level=99>乙</h2>",
  "<xss-element onfocus=alert(1) autofocus tabindex=1>甲</xss-element>",
  "<p>甲\u202e乙\u0000丙\u2028丁</p>",
  "<!--[if gte mso 9]><xml><script>alert(1)</script></xml><![endif]--><p>甲</p>",
  "<p><![CDATA[<script>alert(1)</script>]]></p>",
  "<select><option>甲</option></select><textarea><script>alert(1)</script></textarea>",
  "<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>",
  "<dialog open onclose=alert(1)>甲</dialog><details ontoggle=alert(1) open>乙</details>",
  "<constructor>甲</constructor><__proto__>乙</__proto__><p class=__proto__ style='__proto__:x'>丙</p>",
];

/** All that may ever come out: these node types with these attributes, these marks without any. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  doc: [],
  paragraph: [],
  text: [],
  title: [],
  byline: [],
  dateLine: [],
  salutation: [],
  heading: ["level", "runIn"],
  quotation: [],
  bulletList: [],
  orderedList: ["start", "type"],
  listItem: [],
  table: [],
  tableRow: [],
  tableHeader: ["colspan", "rowspan"],
  tableCell: ["colspan", "rowspan"],
  hardBreak: [],
};
const RENDERED_TAGS = new Set(
  "h1 h2 h3 h4 h5 p ul ol li blockquote table tbody tr td th strong em br colgroup col".split(" "),
);

function expectClean(node: DocumentNode): void {
  expect(Object.keys(ATTRIBUTES)).toContain(node.type);
  for (const name of Object.keys(node.attrs ?? {})) expect(ATTRIBUTES[node.type]).toContain(name);
  for (const mark of node.marks ?? []) {
    expect(["bold", "italic"]).toContain(mark.type);
    expect(mark.attrs).toBeUndefined();
  }
  for (const child of node.content ?? []) expectClean(child);
}

/**
 * A DOM with a console of its own: happy-dom tries to load what a browser's inert document leaves
 * alone, and complains that it may not.
 */
const complaints: string[] = [];
const browser = new Window({
  console: { ...console, error: (complaint: unknown) => complaints.push(String(complaint)) },
});

// happy-dom's own type of Document is no subtype of the browser's, which ProseMirror asks for.
const page = browser.document as unknown as Document;

beforeAll(() => {
  vi.stubGlobal("DOMParser", browser.DOMParser);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await browser.happyDOM.close();
  expect(complaints.filter((complaint) => !complaint.includes("is disabled"))).toEqual([]);
});

/** Pastes a payload as HTML and as text; renders the result as the editor would and looks at all of it. */
function expectHarmless(payload: string): void {
  for (const clipboard of [
    { html: payload, text: "" },
    { html: `<p>一、甲。${payload}</p>`, text: "" },
    { html: "", text: payload },
  ]) {
    const { document: pasted } = documentFromClipboard({ ...clipboard, numberingStyle: "nested" });
    expectClean(pasted);
    for (const node of inlineFromClipboard(clipboard)) expectClean(node);
    const node = Node.fromJSON(documentSchema(), pasted);
    node.check();
    const rendered = page.createElement("div");
    rendered.append(
      DOMSerializer.fromSchema(documentSchema()).serializeFragment(node.content, { document: page }),
    );
    for (const element of rendered.querySelectorAll("*")) {
      expect(RENDERED_TAGS).toContain(element.localName);
      for (const attribute of element.getAttributeNames()) {
        expect([
          "class",
          "data-node",
          "data-run-in",
          "colspan",
          "rowspan",
          "start",
          "type",
          "style",
        ]).toContain(attribute);
      }
      // Only the table extension writes a style, a width of its own reckoning.
      if (element.hasAttribute("style"))
        expect(element.getAttribute("style")).toMatch(/^min-width: ?\d+px;?$/);
    }
  }
}

describe("hostile clipboards", () => {
  it.each(HOSTILE)("TX-25 nothing but text, structure, bold and italic survives: %s", expectHarmless);

  it("TX-25 the text around code stays, the code doesn't", () => {
    const html = "<p>甲<script>alert(1)</script>乙</p><ul><style>x</style><li>丙</li></ul>";
    const { document: pasted } = documentFromClipboard({ html, text: "", numberingStyle: "nested" });
    expect(nodeText(pasted)).toBe("甲乙\n丙");
  });

  it("TX-25 every payload of a published list", { timeout: 300_000 }, (context) => {
    const list = realData("hostile/payloadbox-xss-payload-list.txt");
    context.skip(list.missing, NO_REAL_DATA);
    const payloads = readFileSync(list.path, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "");
    expect(payloads.length).toBeGreaterThan(1000);
    for (const payload of payloads) expectHarmless(payload);
  });
});
