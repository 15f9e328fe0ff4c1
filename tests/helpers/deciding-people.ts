/** A speech with a chief, an editor and two who suggest, in which decisions cross as a test wants it. */
import type { Transaction } from "@tiptap/pm/state";
import { expect } from "vitest";
import type { Role } from "@/core/access";
import { newPersonId } from "@/core/ids";
import { type Decision, settle } from "@/core/review/settle";
import { inOneMoment } from "./in-one-moment";
import { openRooms, until } from "./rooms";
import { suggestShared, textOf, writeText } from "./shared-edit";
import { SyncClient } from "./sync-client";

export const KINDS = {
  chief: { role: "chief", suggests: false },
  editor: { role: "editor", suggests: false },
  one: { role: "suggester", suggests: true },
  other: { role: "suggester", suggests: true },
} satisfies Record<string, { role: Role; suggests: boolean }>;
export type Name = keyof typeof KINDS;
export const NAMES = Object.keys(KINDS) as Name[];

export async function openDecidingPeople(...lines: readonly string[]) {
  const { rooms, speechId, log } = openRooms({ idleTimeoutMs: 60_000 });
  const join = async (name: Name, from?: SyncClient) => {
    const personId = from?.personId ?? newPersonId();
    const client = new SyncClient(rooms, speechId, { ...KINDS[name], personId, doc: from?.doc });
    await until(() => client.role !== null && client.allSaved);
    return client;
  };
  const chief = await join("chief");
  for (const line of lines) chief.write(line);
  await until(() => chief.allSaved);
  const people = { chief, editor: await join("editor"), one: await join("one"), other: await join("other") };
  const isOneText = () => {
    const all = Object.values(people);
    expect(all.map(({ closed }) => closed)).toEqual(all.map(() => null));
    return (
      all.every(({ allSaved }) => allSaved) &&
      new Set(all.map(({ fragment }) => fragment.toString())).size === 1
    );
  };
  const settled = async () => {
    await until(isOneText);
    // What went with a line that was moved would be put back behind everything else.
    await rooms.textOf(speechId);
    await until(isOneText);
  };
  const suggest = async (name: Name, edit: (tr: Transaction) => Transaction) => {
    suggestShared(people[name].doc, people[name].personId, edit);
    await settled();
  };
  const decide = (name: Name, how: Decision | ReadonlyMap<string, Decision>) => {
    const { doc } = people[name];
    writeText(
      doc,
      settle(textOf(doc), ({ id }) => (typeof how === "string" ? how : (how.get(id) ?? "keep"))),
    );
  };
  /** Somebody did this without the network, and the others that meanwhile. */
  const offline = async (name: Name, deed: () => void, meanwhile: () => void) => {
    people[name].disconnect();
    deed();
    meanwhile();
    await until(() => NAMES.every((each) => each === name || people[each].allSaved));
    people[name] = await join(name, people[name]);
    await settled();
  };
  const atOnce = async (...deeds: (() => void)[]) => {
    inOneMoment(log, deeds);
    await settled();
  };
  const decisions = () => log.decisionsOn(speechId);
  const removals = () => log.removals.get(speechId) ?? [];
  const outcomes = () => decisions().map(({ outcome }) => outcome);
  const words = () => textOf(people.chief.doc).textContent;
  return { people, log, settled, suggest, decide, offline, atOnce, decisions, removals, outcomes, words };
}
