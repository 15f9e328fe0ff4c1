/**
 * Undoing takes back one's own edits only, also where others have written into what they made: a heading, list or table
 * stays with what others put into it, while one's own goes. Yjs would take it away whole; the binding's own rule keeps
 * paragraphs from that and nothing else.
 */
import * as Y from "yjs";
import { documentSchema } from "@/core/document/schema";

type Part = Y.XmlElement | Y.XmlText;

/** Guards what `manager` undoes, and does again. */
export function guardUndo(manager: Y.UndoManager): void {
  const mayGo = manager.deleteFilter;
  manager.deleteFilter = (item) => mayGo(item) && !isNeeded(item, manager.doc.clientID);
}

function isNeeded({ content, parent }: Y.Item, own: number): boolean {
  const element: unknown = content instanceof Y.ContentType ? content.type : null;
  if (!(element instanceof Y.XmlElement)) return false;
  return holdsOthers(element, own) || (parent instanceof Y.XmlElement && isFooting(element, parent, own));
}

function holdsOthers(part: Part, own: number): boolean {
  if (part instanceof Y.XmlText) return hasOthersLetters(part, own);
  return partsOf(part).some((child) => child._item?.id.client !== own || holdsOthers(child, own));
}

function hasOthersLetters({ _start }: Y.XmlText, own: number): boolean {
  for (let item = _start; item !== null; item = item.right) {
    if (!item.deleted && item.countable && item.id.client !== own) return true;
  }
  return false;
}

/** Without it others' part of the block would have no place: a list's item begins with a paragraph. */
function isFooting(element: Y.XmlElement, parent: Y.XmlElement, own: number): boolean {
  const others = partsOf(parent).filter((part) => part !== element);
  if (others.length === 0 || !holdsOthers(parent, own)) return false;
  const { nodes } = documentSchema();
  const begin = nodes[parent.nodeName]?.contentMatch ?? null;
  const match = others.reduce((found, part) => {
    const type = nodes[part instanceof Y.XmlText ? "text" : part.nodeName];
    return type === undefined ? null : (found?.matchType(type) ?? null);
  }, begin);
  return match?.validEnd !== true;
}

const partsOf = (element: Y.XmlElement): Part[] =>
  element.toArray().filter((part): part is Part => part instanceof Y.XmlElement || part instanceof Y.XmlText);
