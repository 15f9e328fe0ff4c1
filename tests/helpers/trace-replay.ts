/**
 * Replays a recorded concurrent session. Each agent types into a document that has seen exactly what
 * the recording says; what it types goes out through a real client to the server.
 */
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import type { NodeWriter } from "./node-writer";
import type { Patch, Trace } from "./trace";

/** Changes that one agent made one after another go out as one message, up to so many. */
const CHANGES_PER_MESSAGE = 8;

/** Called with each message's number and who sent it; resolves when the next may go out. */
export type Pace = (message: number, writer: NodeWriter) => Promise<void>;

/** Types the trace through `writers`, one per agent, into the one paragraph that they share. */
export async function replayTrace(trace: Trace, writers: readonly NodeWriter[], pace: Pace): Promise<number> {
  const updates: Uint8Array[] = [];
  const agents = writers.map((writer, agent) => {
    const doc = createSharedDocument();
    // Fixed, because Yjs breaks ties between simultaneous insertions by it.
    doc.clientID = agent + 1;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer.doc));
    return { doc, writer, seen: new Set<number>() };
  });
  const branches = branchPoints(trace);
  let messages = 0;
  for (let at = 0; at < trace.txns.length; ) {
    const agent = agents[trace.txns[at]?.agent ?? -1];
    if (agent === undefined) throw new RangeError(`change ${at} is by an agent without a writer`);
    catchUp(agent, ancestors(trace, at, agent.seen), updates);
    const end = endOfRun(trace, at, branches);
    const before = Y.encodeStateVector(agent.doc);
    agent.doc.transact(() => {
      for (let index = at; index < end; index += 1) {
        for (const patch of trace.txns[index]?.patches ?? []) applyPatch(agent.doc, patch);
        agent.seen.add(index);
      }
    });
    const update = Y.encodeStateAsUpdate(agent.doc, before);
    // The client sends only what it can take in itself, so what this builds on must have come first.
    await arrived(agent.writer, Y.decodeStateVector(before));
    for (let index = at; index < end; index += 1) updates[index] = update;
    Y.applyUpdate(agent.writer.doc, update, agent);
    messages += 1;
    await pace(messages, agent.writer);
    at = end;
  }
  for (const { doc } of agents) doc.destroy();
  return messages;
}

/** Resolves when a writer has everything up to these clocks; rejects when the server sent it away. */
function arrived(writer: NodeWriter, clocks: ReadonlyMap<number, number>): Promise<void> {
  const { doc } = writer;
  const has = () => [...clocks].every(([client, clock]) => Y.getState(doc.store, client) >= clock);
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!has()) return;
      doc.off("update", look);
      resolve();
    };
    writer.onRefused = (code) => reject(new Error(`the server refused a writer: ${code}`));
    doc.on("update", look);
    look();
  });
}

/** The text of the one paragraph. */
export function plainText(doc: Y.Doc): string {
  return paragraphText(doc).toString();
}

function paragraphText(doc: Y.Doc): Y.XmlText {
  const paragraph = doc.getXmlFragment(FRAGMENT).get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error("the document has no paragraph with text");
  return text;
}

function applyPatch(doc: Y.Doc, [position, deleted, inserted]: Patch): void {
  const text = paragraphText(doc);
  if (deleted > 0) text.delete(position, deleted);
  if (inserted !== "") text.insert(position, inserted);
}

/** Changes that somebody knew without knowing what came after them. */
function branchPoints({ txns }: Trace): ReadonlySet<number> {
  return new Set(txns.flatMap(({ parents }, index) => parents.filter((parent) => parent !== index - 1)));
}

/** Where a run of one agent's changes ends, each knowing just the one before it. */
function endOfRun({ txns }: Trace, start: number, branches: ReadonlySet<number>): number {
  let end = start + 1;
  while (end - start < CHANGES_PER_MESSAGE && !branches.has(end - 1)) {
    const next = txns[end];
    if (next?.agent !== txns[start]?.agent || next?.parents.join() !== String(end - 1)) break;
    end += 1;
  }
  return end;
}

/** What `change` builds on and this agent hasn't seen, oldest first. */
function ancestors({ txns }: Trace, change: number, seen: ReadonlySet<number>): number[] {
  const missing = new Set<number>();
  const open = [...(txns[change]?.parents ?? [])];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (seen.has(index) || missing.has(index)) continue;
    missing.add(index);
    open.push(...(txns[index]?.parents ?? []));
  }
  return [...missing].sort((a, b) => a - b);
}

function catchUp(
  agent: { readonly doc: Y.Doc; readonly seen: Set<number> },
  missing: readonly number[],
  updates: readonly Uint8Array[],
): void {
  const held = missing.map((index) => updates[index]).filter((update) => update !== undefined);
  if (held.length > 0) Y.applyUpdate(agent.doc, Y.mergeUpdates([...new Set(held)]));
  for (const index of missing) agent.seen.add(index);
}
