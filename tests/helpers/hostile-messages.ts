/** What a hostile client may send: honest messages, these mutated, and well-formed updates that lie. */
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { LIMITS } from "@/core/limits";
import { message } from "./forged-update";
import type { Random } from "./random";
import { editAtRandom } from "./random-edit";

/** Honest messages to start from: the nearer to the truth a lie is, the deeper it gets. */
function corpus(random: Random): Uint8Array[] {
  const doc = new Y.Doc();
  const messages: Uint8Array[] = [message(3), message(0, 0, Y.encodeStateVector(doc))];
  doc.on("update", (update: Uint8Array) => messages.push(message(0, 2, update)));
  for (let edit = 0; edit < 40; edit += 1) editAtRandom(doc, random);
  messages.push(message(0, 1, Y.encodeStateAsUpdate(doc)));
  messages.push(message(0, 2, Y.encodeStateAsUpdateV2(doc)));
  messages.push(message(1, Uint8Array.of(1, 9, 1, 2, 123, 125)));
  return messages;
}

const HUGE_VARINTS = [
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
];

function mutate(bytes: Uint8Array, random: Random, others: readonly Uint8Array[]): Uint8Array {
  const at = random.below(bytes.length + 1);
  switch (random.below(6)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return Uint8Array.from(bytes, (byte, index) => (index === at ? random.below(256) : byte));
    case 2:
      return Uint8Array.from([...bytes.slice(0, at), ...random.pick(HUGE_VARINTS), ...bytes.slice(at + 1)]);
    case 3:
      return Uint8Array.from([...bytes.slice(0, at), ...random.pick(others).slice(random.below(20))]);
    case 4:
      return Uint8Array.from({ length: 1 + random.below(200) }, () => random.below(256));
    default:
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + random.below(4))]);
  }
}

const NAMES = ["paragraph", "table", "tableRow", "listItem", "heading", "script", "__proto__", "doc", "text"];
const MARKS = ["bold", "italic", "link", "constructor", "bold--abcdefgh"];

/** Lists in lists as the schema allows them: up to the limit, a little past it, and as deep as stacks don't go. */
function nest(parent: Y.XmlFragment, random: Random): void {
  const depth = random.pick([LIMITS.nestedBlocks, 60, 200, 2000]) + random.below(9) - 4;
  let holder = parent;
  for (let made = 0; made < depth; made += 1) {
    const block = new Y.XmlElement(made % 2 === 1 ? "listItem" : random.pick(["bulletList", "orderedList"]));
    holder.push([block]);
    holder = block;
  }
}

/** A well-formed update by an own client id whose nodes, attributes and marks are made up. */
function lie(random: Random): Uint8Array {
  const doc = new Y.Doc();
  if (random.chance(0.003)) {
    doc.transact(() => nest(doc.getXmlFragment(FRAGMENT), random));
    return message(0, 2, Y.encodeStateAsUpdate(doc));
  }
  const grow = (parent: Y.XmlFragment, depth: number): void => {
    const child = random.chance(0.3) ? new Y.XmlText() : new Y.XmlElement(random.pick(NAMES));
    parent.push([child]);
    if (child instanceof Y.XmlText) {
      child.insert(0, "字", random.chance(0.5) ? { [random.pick(MARKS)]: {} } : {});
      return;
    }
    if (random.chance(0.3))
      child.setAttribute(random.pick(["level", "onclick", "colspan", "__proto__"]), "9");
    if (depth > 0) for (let rest = random.below(3); rest >= 0; rest -= 1) grow(child, depth - 1);
  };
  doc.transact(() => grow(doc.getXmlFragment(FRAGMENT), random.below(5)));
  return message(0, 2, Y.encodeStateAsUpdate(doc));
}

/** One message after the other, each of them new. */
export function hostileMessages(random: Random): () => Uint8Array {
  const starts = corpus(random);
  return () => {
    const start = random.chance(0.4) ? lie(random) : random.pick(starts);
    return random.chance(0.3) ? start : mutate(start, random, starts);
  };
}
