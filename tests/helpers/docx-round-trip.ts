/** What a speech looks like after Word's format: the same, but for what the format has no way to say. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { readSlot, type Suggestion } from "@/core/document/suggestion";
import { BREAK } from "@/core/document/suggestion-marks";
import { deletionsOf, insertionOf } from "@/core/review/settle-text";
import { hasBodyAfterLead } from "@/core/text/lead";

/** Neighbours of one kind are one in Word: nothing stands between them there. */
const JOINED = new Set(["bulletList", "quotation"]);

/**
 * Lists of bullets and quotations side by side are one; a heading without text behind its first
 * sentence is no run-in one; every row of a table has as many cells.
 */
export function asWordKeepsIt(node: Node): Node {
  if (node.isText || node.isLeaf) return node;
  const children: Node[] = [];
  for (const child of node.children.map(asWordKeepsIt)) {
    const before = children.at(-1);
    if (before !== undefined && JOINED.has(child.type.name) && child.sameMarkup(before)) {
      children[children.length - 1] = before.copy(before.content.append(child.content));
    } else children.push(child);
  }
  const isHeading = node.type.name === "heading";
  const attrs = isHeading ? { ...node.attrs, runIn: node.attrs.runIn === true && hasBody(node) } : node.attrs;
  const filled = node.type.name === "table" ? withEqualRows(children) : children;
  return node.type.create(attrs, Fragment.fromArray(filled), node.marks);
}

function hasBody(node: Node): boolean {
  return hasBodyAfterLead(node.children.map((child) => child.text ?? "\n").join(""));
}

function withEqualRows(rows: readonly Node[]): Node[] {
  const width = Math.max(...rows.map(({ childCount }) => childCount));
  return rows.map((row) => {
    const { tableCell, paragraph } = row.type.schema.nodes;
    const missing = Array.from({ length: width - row.childCount }, () =>
      tableCell?.create(null, paragraph?.create()),
    );
    return row.copy(row.content.append(Fragment.from(missing.filter((cell) => cell !== undefined))));
  });
}

/**
 * Whether Word says of every line which kind it is, whatever is decided. Where a paragraph loses all of
 * its words and its end, or gets a new end in front of them, Word takes the kind of the one behind it;
 * what is proposed in an item that has a list of its own may leave that list without its item.
 */
export function hasKindsInWord(doc: Node): boolean {
  let has = true;
  doc.descendants((node) => {
    if (node.attrs.joined != null) has = false;
    const inWords = node.isTextblock && node.children.some(({ text }) => text?.includes(BREAK));
    if (inWords && (node.firstChild === null || isAllInserted(node))) has = false;
    if (node.type.name === "listItem" && node.children.some(isList) && isProposedIn(node)) has = false;
    return !node.isTextblock;
  });
  return has;
}

const isList = ({ type }: Node): boolean => type.name === "bulletList" || type.name === "orderedList";

/** Whether a block in it, or it itself, is proposed to come, to go or to be parted. */
function isProposedIn(node: Node): boolean {
  if (node.isText) return node.text?.includes(BREAK) === true;
  const isProposed = node.isBlock && (node.attrs.inserted != null || node.attrs.removed != null);
  return isProposed || node.children.some(isProposedIn);
}

/** Whether what stands in front of the first proposed break is proposed as well. */
function isAllInserted(line: Node): boolean {
  const first = line.children.findIndex(({ text }) => text?.includes(BREAK));
  return line.children
    .slice(0, first)
    .every((child) => (child.isText ? insertionOf(child) !== null : child.attrs.inserted != null));
}

/** Every character with who inserts and who deletes it, and when, in runs of equal fate. */
export function fates(doc: Node, nameOf: (person: string) => string): string[] {
  const runs: { fate: string; text: string }[] = [];
  const who = (suggestion: Suggestion | null | undefined) =>
    suggestion == null ? "-" : `${nameOf(suggestion.person)} ${Math.floor(suggestion.at / 1000)}`;
  const visit = (node: Node, removed: Suggestion | null) => {
    const own = readSlot(node.attrs.removed) ?? removed;
    if (!node.isText && !(node.isLeaf && node.isInline)) {
      for (const child of node.children) visit(child, own);
      return;
    }
    const inserted = insertionOf(node) ?? readSlot(node.attrs.inserted);
    const fate = `+${who(inserted)} -${who(deletionsOf(node)[0] ?? own)}`;
    const text = node.isText ? (node.text ?? "").replaceAll(BREAK, "") : "\n";
    const last = runs.at(-1);
    if (text === "") return;
    if (last?.fate === fate) last.text += text;
    else runs.push({ fate, text });
  };
  visit(doc, null);
  return runs.map(({ fate, text }) => `${fate}: ${text}`);
}
