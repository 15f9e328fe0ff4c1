/** Brings a speech under review: suggestions by its reviewers, threads by its chief. */
import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { newCommentId, newThreadId, type SpeechId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { NodeWriter } from "../../helpers/node-writer";
import type { Account } from "../../helpers/office";
import { textOf, writeText } from "../../helpers/shared-edit";
import { encodedPosition } from "../../helpers/text-range";

/** Two words struck and two put in, again and again, evenly over the text; `offset` parts the reviewers. */
export async function suggestIn(
  account: Account,
  speechId: SpeechId,
  count: number,
  offset: number,
): Promise<void> {
  const writer = await openWriter(account, speechId);
  const text = textOf(writer.doc);
  const places = evenly(text, count, 10 + offset * 4);
  const { tr } = EditorState.create({ doc: text });
  // From the last one to the first, so that the places hold.
  for (const [index, pos] of places.reverse().entries()) {
    const suggestion = { id: newId(), person: account.person.id, at: Date.now() };
    if (index % 2 === 0) {
      const struck = text.type.schema.mark("deletion", { ...suggestion, of: null });
      tr.addMark(pos, pos + 2, struck);
    }
    const inserted = text.type.schema.mark("insertion", { ...suggestion, begins: null });
    tr.insert(pos + 2, text.type.schema.text("改动", [inserted]));
  }
  writeText(writer.doc, tr.doc);
  await saved(writer);
  writer.close();
}

/** A thread of two comments on four characters each, evenly over the text. */
export async function commentOn(account: Account, speechId: SpeechId, count: number): Promise<void> {
  const writer = await openWriter(account, speechId);
  const texts = [...writer.doc.getXmlFragment(FRAGMENT).createTreeWalker((type) => type instanceof Y.XmlText)]
    .map((type) => type as Y.XmlText) // what the filter lets through
    .filter((type) => type.length > 30);
  for (let made = 0; made < count; made += 1) {
    const type = texts[Math.floor((made * texts.length) / count)];
    if (type === undefined) throw new Error("there is no text to comment on");
    const at = 3 + ((made * 7) % (type.length - 10));
    const position = (index: number) => encodedPosition(type, index);
    const id = newThreadId();
    const comment = (body: string) => ({ id: newCommentId(), body, mentions: [] });
    const path = `/api/speeches/${speechId}/threads`;
    await account.visitor.request("POST", path, {
      id,
      place: { range: { from: position(at), to: position(at + 4) }, quote: "" },
      comment: comment(`第${made}处请核实数字和提法。`),
    });
    await account.visitor.request("POST", `${path}/${id}/comments`, comment("已核实。"));
  }
  writer.close();
}

async function openWriter(account: Account, speechId: SpeechId): Promise<NodeWriter> {
  const writer = new NodeWriter(account, speechId);
  await saved(writer);
  return writer;
}

/** Rejects when the server refuses. */
async function saved(writer: NodeWriter): Promise<void> {
  while (!writer.allSaved) {
    if (writer.refusal !== null) throw new Error(`refused: ${writer.refusal}`);
    await new Promise(setImmediate);
  }
}

/** Places in plain text, evenly, `offset` characters from where each stretch begins. */
function evenly(doc: Node, count: number, offset: number): number[] {
  const places: number[] = [];
  doc.descendants((node, pos) => {
    // In each piece of text without marks that is long enough, every 4 characters: more than are needed.
    if (!node.isText || node.marks.length > 0) return;
    for (let at = 0; at + 4 <= node.nodeSize; at += 4) places.push(pos + at);
  });
  return Array.from({ length: count }, (_, at) => {
    const place = places[Math.floor(((at + offset / 40) * places.length) / count) % places.length];
    if (place === undefined) throw new Error("there is no text to suggest in");
    return place;
  }).sort((one, other) => one - other);
}
