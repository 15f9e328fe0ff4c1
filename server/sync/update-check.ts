/**
 * Judges one update before anything else happens to it: well-formed, complete, by its sender, within
 * the schema. Changes nothing; the room takes the result in.
 */
import type * as Y from "yjs";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { AcceptedState, Struct } from "./accepted-state";
import { checkContent } from "./content-check";
import { type DecodedUpdate, decodeUpdate } from "./decode-update";
import type { ClientBinding } from "./ports";

export interface JudgedUpdate {
  /** Structs that weren't accepted before; may be empty when the update only deletes. */
  readonly newStructs: readonly Struct[];
  readonly hasNewDeletions: boolean;
  /** Client ids that this update is the first to use. */
  readonly newBindings: readonly ClientBinding[];
}

export interface UpdateSender {
  readonly personId: PersonId;
}

/**
 * Throws AppError `malformed-message`, `resync-required` (it builds on something never received),
 * `author-mismatch` (new text under somebody else's client id) or `content-not-allowed`.
 */
export function judgeUpdate(
  update: Uint8Array,
  sender: UpdateSender,
  accepted: AcceptedState,
  bindings: ReadonlyMap<number, PersonId>,
): JudgedUpdate {
  const decoded = decodeUpdate(update);
  const newStructs = selectNew(decoded, accepted);
  const newBindings = bindClients(newStructs, sender.personId, bindings);
  checkReferences(decoded, newStructs, accepted);
  checkContent(newStructs, accepted);
  const hasNewDeletions = decoded.deletions.some(
    ({ clientId, clock, length }) => !accepted.isDeleted(clientId, clock, length),
  );
  return { newStructs, hasNewDeletions, newBindings };
}

function selectNew({ structs }: DecodedUpdate, accepted: AcceptedState): Struct[] {
  const expected = new Map<number, number>();
  const fresh: Struct[] = [];
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const next = expected.get(client) ?? accepted.clockOf(client);
    const end = clock + struct.length;
    if (end <= next) continue;
    if (clock > next) throw new AppError("resync-required", "an update before this one is missing");
    fresh.push(struct);
    expected.set(client, end);
  }
  return fresh;
}

/** First use binds a client id to its person; from then on nobody else can write under it. */
function bindClients(
  structs: readonly Struct[],
  personId: PersonId,
  bindings: ReadonlyMap<number, PersonId>,
): ClientBinding[] {
  const fresh = new Map<number, ClientBinding>();
  for (const { id } of structs) {
    const owner = bindings.get(id.client);
    if (owner === undefined) fresh.set(id.client, { clientId: id.client, personId });
    else if (owner !== personId) throw new AppError("author-mismatch", `client ${id.client}`);
  }
  return [...fresh.values()];
}

/** Everything pointed at must be known, or Yjs would hold the update back for ever. */
function checkReferences(decoded: DecodedUpdate, fresh: readonly Struct[], accepted: AcceptedState): void {
  const ends = new Map<number, number>();
  for (const { id, length } of fresh) ends.set(id.client, id.clock + length);
  const isKnown = (client: number, end: number) =>
    end <= Math.max(accepted.clockOf(client), ends.get(client) ?? 0);
  for (const struct of fresh) {
    if (!("content" in struct)) continue;
    const parent: unknown = struct.parent;
    for (const id of [struct.origin, struct.rightOrigin, isId(parent) ? parent : null]) {
      if (id !== null && !isKnown(id.client, id.clock + 1)) {
        throw new AppError("resync-required", "it refers to text that never arrived");
      }
    }
  }
  for (const { clientId, clock, length } of decoded.deletions) {
    if (!isKnown(clientId, clock + length)) {
      throw new AppError("resync-required", "it deletes text that never arrived");
    }
  }
}

function isId(value: unknown): value is Y.ID {
  return typeof value === "object" && value !== null && "client" in value && "clock" in value;
}
