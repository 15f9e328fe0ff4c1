// @vitest-environment happy-dom
/** The list of shortcuts against the keys that the writing page really listens to. */
import { readdirSync, readFileSync } from "node:fs";
import { getExtensionField } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, it } from "vitest";
import { shortcutGroups } from "@/components/editor/toolbar/shortcuts";
import { FRAGMENT } from "@/core/document/fragment";
import { createSharedDocument } from "@/core/document/shared-document";
import { en } from "@/core/messages/en";
import { zhCN } from "@/core/messages/zh-CN";
import { openPageEditor } from "./page-editor";

/** What every text field of every program does with them. */
const EVERYWHERE = [
  "mod+backspace",
  "shift+backspace",
  "mod+delete",
  "mod+a",
  "ctrl+end",
  "cmd+arrowdown",
  "mod+s",
];

/** A key in one spelling: modifiers in order, small letters. */
function spelled(key: string): string {
  const parts = key.toLowerCase().split(/[+-](?=.)/);
  const letter = parts.pop() ?? "";
  return [...["mod", "ctrl", "cmd", "alt", "shift"].filter((one) => parts.includes(one)), letter].join("+");
}

function editorKeys(): string[] {
  const editor = openPageEditor(
    Collaboration.configure({ document: createSharedDocument(), field: FRAGMENT }),
  );
  return editor.extensionManager.extensions.flatMap((extension) => {
    const { name, options, storage } = extension;
    const type = editor.schema.nodes[name] ?? editor.schema.marks[name];
    const keys = getExtensionField<(() => Record<string, unknown>) | undefined>(
      extension,
      "addKeyboardShortcuts",
      { name, options, storage, editor, type },
    );
    return Object.keys(keys?.() ?? {});
  });
}

/** Of Mantine's hook, as `["mod+F", …]` in the sources. */
function pageKeys(): string[] {
  const folder = "components/editor";
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .filter((source) => source.includes("useHotkeys"))
    .flatMap((source) => [...source.matchAll(/^\s*\["([^"]+)", /gm)].map(([, key = ""]) => key));
}

it.each([en, zhCN])(
  "ED-85 the dialog of shortcuts names every key with a modifier that does something",
  (messages) => {
    const rows = shortcutGroups(messages).flatMap(({ shortcuts }) => shortcuts);
    const named = new Set([...rows.flatMap(({ keys }) => keys.map(spelled)), ...EVERYWHERE]);
    const heard = [...editorKeys(), ...pageKeys()].map(spelled).filter((key) => /\+|^f\d/.test(key));
    expect(heard.length).toBeGreaterThan(20);
    expect([...new Set(heard)].filter((key) => !named.has(key))).toEqual([]);
    expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
  },
);

it("ED-85 and none that nothing listens to", () => {
  const heard = new Set([...editorKeys(), ...pageKeys()].map(spelled));
  const rows = shortcutGroups(zhCN).flatMap(({ shortcuts }) => shortcuts);
  // The outline's, the comment's and what is typed are heard elsewhere; tests of their own hold them.
  const elsewhere = /^(?:[↑↓←→一#/].*|alt\+[↑↓]|esc|mod\+enter)$/;
  const keys = rows.flatMap((row) => row.keys.map(spelled)).filter((key) => !elsewhere.test(key));
  expect(keys.filter((key) => !heard.has(key))).toEqual([]);
});
