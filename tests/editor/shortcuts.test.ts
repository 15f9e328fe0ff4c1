// @vitest-environment happy-dom
/** The list of shortcuts against the keys that the writing page really listens to. */
import { readdirSync, readFileSync } from "node:fs";
import { getExtensionField } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { expect, it, vi } from "vitest";
import { isAltLetter, type KeyPress } from "@/components/editor/shell/use-alt-letters";
import { keyNames } from "@/components/editor/toolbar/key-names";
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

/** Those of the writing page's files in which that is found. */
function sourcesOf(pattern: string): string[] {
  const folder = "components/editor";
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .filter((source) => new RegExp(pattern).test(source));
}

/** Of Mantine's hook and ours, as `["mod+F", …]` in the sources. */
function pageKeys(): string[] {
  return sourcesOf("useHotkeys|useAltLetters").flatMap((source) =>
    [...source.matchAll(/(?:^\s*|\()\[+"([^"]+)", /gm)].map(([, key = ""]) => key),
  );
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

it("ED-166 Ctrl or ⌘ with Alt and a letter counts by that letter, whatever sign Alt makes of it", () => {
  const pressed = (key: string, keyCode: number, held: Partial<KeyPress>, altGraph = false): KeyPress => ({
    ...{ key, keyCode, altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, ...held },
    getModifierState: (name) => altGraph && name === "AltGraph",
  });
  const [mac, windows] = [{ metaKey: true }, { ctrlKey: true }];
  expect(isAltLetter(pressed("µ", 77, mac), "M")).toBe(true);
  expect(isAltLetter(pressed("å", 65, mac), "A")).toBe(true);
  expect(isAltLetter(pressed("®", 82, mac), "R")).toBe(true);
  expect(isAltLetter(pressed("m", 77, windows), "M")).toBe(true);
  expect(isAltLetter(pressed("ь", 77, windows), "M")).toBe(true);
  // By the letter on the key, not by its place: on a French keyboard A stands where others have Q.
  expect(isAltLetter(pressed("æ", 65, mac), "A")).toBe(true);
  expect(isAltLetter(pressed("‡", 81, mac), "A")).toBe(false);
  expect(isAltLetter(pressed("q", 65, windows), "A")).toBe(false);
  // ą and the like are typed with AltGr.
  expect(isAltLetter(pressed("ą", 65, windows, true), "A")).toBe(false);
  expect(isAltLetter(pressed("µ", 77, {}), "M")).toBe(false);
  expect(isAltLetter(pressed("Â", 77, { ...mac, shiftKey: true }), "M")).toBe(false);
  expect(isAltLetter(pressed("m", 77, { ...windows, altKey: false }), "M")).toBe(false);
});

it("ED-166 on a Mac each key is named in its signs", () => {
  vi.stubGlobal("navigator", { userAgent: "Macintosh; Intel Mac OS X 10_15_7" });
  const named = sourcesOf('keys="|keyNames\\("').flatMap((source) =>
    [...source.matchAll(/(?:keys=|keyNames\()"([^"]+)"/g)].map(([, key = ""]) => keyNames(key)),
  );
  vi.unstubAllGlobals();
  expect(named).toContain("⌘⌥M");
  expect(named.filter((key) => /alt|shift|mod|\+/i.test(key))).toEqual([]);
});
