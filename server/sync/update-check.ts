/**
 * Judges one update before anything else happens to it: well-formed, complete, by its sender, within
 * the schema. Changes nothing; the room takes the result in.
 */
import * as Y from "yjs";
import type { IdRange } from "@/core/authors/id-ranges";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { AcceptedState, Struct } from "./accepted-state";
import type { ClientOwners } from "./client-owners";
import { checkContent } from "./content-check";
import { contradicts } from "./contradiction";
import { type DecodedUpdate, decodeUpdate } from "./decode-update";
import { checkOrder } from "./integration-order";
import { malformedBy } from "./malformed";
import type { ClientBinding } from "./ports";

export interface JudgedUpdate {
  /** What of the update is new, and nothing that was judged before; null when nothing is. */
  readonly news: Uint8Array | null;
  /** Structs that weren't accepted before; may be empty when the update only deletes. */
  readonly newStructs: readonly Struct[];
  /** All that it deletes, whether or not that was deleted before. */
  readonly deletions: readonly IdRange[];
  /** How many of those ranges delete something that stood; at most so many where new text comes with few. */
  readonly newDeletions: number;
  /** Client ids that this update is the first to use. */
  readonly newBindings: readonly ClientBinding[];
}

export interface UpdateSender {
  readonly personId: PersonId;
}

/**
 * Throws AppError `malformed-message`, `resync-required` (it builds on something never received),
 * `author-mismatch` (new text under somebody else's client id, or another under known clocks) or `content-not-allowed`.
 */
export function judgeUpdate(
  update: Uint8Array,
  sender: UpdateSender,
  accepted: AcceptedState,
  owners: ClientOwners,
): JudgedUpdate {
  const { news, decoded } = withoutKnown(update, accepted);
  const { structs, deletions } = decoded;
  checkStarts(structs, accepted);
  const newBindings = bindClients(structs, sender.personId, owners);
  checkOrder(structs, accepted);
  checkDeletions(decoded, accepted);
  checkContent(structs, accepted);
  const newDeletions = countNew(deletions, structs, accepted);
  const hasNews = structs.length > 0 || newDeletions > 0;
  return { news: hasNews ? news : null, newStructs: structs, deletions, newDeletions, newBindings };
}

/** Looking at what stands brings the live document up to date, which is dear: not for every letter typed over. */
function countNew(
  deletions: readonly IdRange[],
  structs: readonly Struct[],
  accepted: AcceptedState,
): number {
  if (structs.length > 0 && deletions.length <= LIMITS.deletionsPerUpdate) return deletions.length;
  return deletions.filter((range) => !accepted.isDeleted(range)).length;
}

/**
 * Cuts off what was accepted before, which nobody judges again, if it says the same. Another text under
 * accepted clocks is refused: its writer would be told that it is saved.
 */
function withoutKnown(
  update: Uint8Array,
  accepted: AcceptedState,
): { readonly news: Uint8Array; readonly decoded: DecodedUpdate } {
  const decoded = decodeUpdate(update);
  const known = new Map<number, number>();
  for (const { id } of decoded.structs) {
    const clock = accepted.clockOf(id.client);
    if (id.clock < clock) known.set(id.client, clock);
  }
  if (known.size === 0) return { news: update, decoded };
  if (contradicts(decoded.structs, accepted)) {
    throw new AppError("author-mismatch", "another text under ids that are taken");
  }
  const news = cut(update, Y.encodeStateVector(known));
  return { news, decoded: decodeUpdate(news) };
}

function cut(update: Uint8Array, stateVector: Uint8Array): Uint8Array {
  try {
    return Y.diffUpdate(update, stateVector);
  } catch (error) {
    throw malformedBy(error);
  }
}

/** Each client's new structs must follow on what was accepted of it, without a gap. */
function checkStarts(structs: readonly Struct[], accepted: AcceptedState): void {
  const expected = new Map<number, number>();
  for (const { id, length } of structs) {
    const next = expected.get(id.client) ?? accepted.clockOf(id.client);
    if (id.clock !== next) throw new AppError("resync-required", "an update before this one is missing");
    expected.set(id.client, id.clock + length);
  }
}

/** First use binds a client id to its person; from then on nobody else can write under it. */
function bindClients(structs: readonly Struct[], personId: PersonId, owners: ClientOwners): ClientBinding[] {
  const fresh = new Map<number, ClientBinding>();
  for (const { id } of structs) {
    if (!owners.mayUse(id.client, personId)) throw new AppError("author-mismatch", `client ${id.client}`);
    if (!owners.isBound(id.client)) fresh.set(id.client, { clientId: id.client, personId });
  }
  if (fresh.size > LIMITS.newClientsPerUpdate) throw new AppError("malformed-message", "too many clients");
  return [...fresh.values()];
}

/** Yjs would keep the deletion of unknown text back for ever. */
function checkDeletions({ structs, deletions }: DecodedUpdate, accepted: AcceptedState): void {
  const ends = new Map<number, number>();
  for (const { id, length } of structs) ends.set(id.client, id.clock + length);
  for (const { clientId, clock, length } of deletions) {
    if (clock + length > Math.max(accepted.clockOf(clientId), ends.get(clientId) ?? 0)) {
      throw new AppError("resync-required", "it deletes text that never arrived");
    }
  }
}
