/** Random edits of a speech's shared document, each something an editor could do in one step. */
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import type { Random } from "./random";

const WORDS = ["同志们", "工作", "要", "会议", "发展", "，", "。", "抓好落实", "speech", "2026"];
const BLOCKS = ["paragraph", "heading", "salutation", "title"] as const;

/** Changes `doc` in one transaction; always changes something. */
export function editAtRandom(doc: Y.Doc, random: Random): void {
  const fragment = doc.getXmlFragment(FRAGMENT);
  doc.transact(() => {
    const blocks = fragment.toArray().filter((block) => block instanceof Y.XmlElement);
    const texts = blocks.map((block) => block.get(0)).filter((text) => text instanceof Y.XmlText);
    const dice = random.next();
    if (texts.length === 0 || dice < 0.1) addBlock(fragment, random);
    else if (dice < 0.13 && fragment.length > 3) fragment.delete(random.below(fragment.length), 1);
    else editText(random.pick(texts), random, dice);
  });
}

function addBlock(fragment: Y.XmlFragment, random: Random): void {
  const name = random.pick(BLOCKS);
  const block = new Y.XmlElement(name);
  block.insert(0, [new Y.XmlText(random.pick(WORDS))]);
  if (name === "heading") {
    setAttribute(block, "level", 1 + random.below(4));
    setAttribute(block, "runIn", random.chance(0.5));
  }
  fragment.insert(random.below(fragment.length + 1), [block]);
}

/** Yjs types attributes as strings; like the binding, this writes what the schema's attribute holds. */
function setAttribute(block: Y.XmlElement, name: string, value: number | boolean): void {
  block.setAttribute(name, value as unknown as string);
}

function editText(text: Y.XmlText, random: Random, dice: number): void {
  if (text.length > 2 && dice < 0.3) {
    const from = random.below(text.length - 1);
    text.delete(from, 1 + random.below(Math.min(4, text.length - from)));
  } else if (text.length > 2 && dice < 0.36) {
    const from = random.below(text.length - 1);
    text.format(from, 1 + random.below(text.length - from), { bold: random.chance(0.5) ? {} : null });
  } else {
    text.insert(random.below(text.length + 1), random.pick(WORDS));
  }
}
