// @vitest-environment happy-dom
/** Where one's own caret stands while a version comes back over lines that stand in another block since. */
import { expect, it } from "vitest";
import type { DocumentNode } from "@/core/document/schema";
import { restoreInto } from "@/server/sync/restore-into";
import { openPagePair } from "./page-pair";

const p = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const list = (...texts: string[]): DocumentNode => ({
  type: "bulletList",
  content: texts.map((text) => ({ type: "listItem", content: [p(text)] })),
});

const [WATER, SCHOOLS, CLOSING] = ["节水优先是第一条原则。", "乡村学校要配齐教师。", "接下来就看落实。"];

it.each([
  {
    which: "out of a list",
    html: `<p>${CLOSING}</p><ul><li><p>${SCHOOLS}</p></li><li><p>${WATER}</p></li></ul>`,
    version: [p(WATER), p(CLOSING)],
    parent: "doc",
  },
  {
    which: "out of a quotation",
    html: `<p>${CLOSING}</p><blockquote><p>${WATER}</p></blockquote>`,
    version: [p(WATER), p(CLOSING)],
    parent: "doc",
  },
  {
    which: "into its list",
    html: `<p>${CLOSING}</p><p>${WATER}</p>`,
    version: [list(SCHOOLS, WATER), p(CLOSING)],
    parent: "listItem",
  },
])("ED-168 VE-21 it goes along with the line that comes back $which", ({ html, version, parent }) => {
  const { editor, shared } = openPagePair(html);
  let at = -1;
  editor.state.doc.descendants((node, pos) => {
    if (node.isText && node.text === WATER) at = pos + "节水优先".length;
  });
  editor.commands.setTextSelection(at);
  shared.transact(() =>
    restoreInto(shared, { type: "doc", content: version }, { blocks: { start: 0, end: 1 } }),
  );
  const { $head } = editor.state.selection;
  expect($head.parent.textContent).toBe(WATER);
  expect($head.nodeBefore?.text).toBe("节水优先");
  expect($head.node(-1).type.name).toBe(parent);
  expect(editor.state.doc.textContent.split(WATER)).toHaveLength(2);
  editor.destroy();
});
