/**
 * What a room accepted lately, update by update, so that the text can be made again as somebody saw it who
 * hadn't seen some of that: whoever decides on a suggestion that was decided meanwhile meant that text.
 *
 * What isn't durable yet was shown to nobody, and who deletes what is deleted already hadn't seen it go. What
 * was written offline names everything that is deleted, by whom ever; there the state vector that its writer
 * came back with tells.
 */
import * as Y from "yjs";
import { type IdRange, IdRanges } from "@/core/authors/id-ranges";
import { createSharedDocument } from "@/core/document/shared-document";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { decodeUpdate } from "./decode-update";

interface Accepted {
  readonly update: Uint8Array;
  /** Null when another node accepted it. */
  readonly by: PersonId | null;
  /** Whether a suggestion stood before it that stands no more. */
  readonly decides: boolean;
  /** The server's own that came right behind it. */
  readonly followedBy: Uint8Array | null;
}

/** What one that decides names as deleted. */
interface Named extends IdRange {
  readonly of: Accepted;
}

export interface Sent {
  readonly personId: PersonId;
  readonly deletions: readonly IdRange[];
  /** See Claim. */
  readonly cameWith: Uint8Array | null;
  /** What isn't durable yet, and so was shown to nobody; in order. */
  readonly unshown: readonly Uint8Array[];
}

/** What one takes in memory beside its bytes. */
const ENTRY_BYTES = 128;

export class UnseenDecisions {
  private base: readonly Uint8Array[] | null = null;
  private accepted: Accepted[] = [];
  private named = new IdRanges<Named>();
  private bytes = 0;

  /** From now on everything accepted has to be noted; `text` is all before it. Call it as often as you like. */
  begin(text: () => readonly Uint8Array[]): void {
    this.base ??= text();
  }

  note(accepted: Accepted): void {
    if (this.base === null) return;
    this.add(accepted);
    if (this.bytes > LIMITS.unseenBytes) this.forgetHalf(this.base);
  }

  forget(): void {
    this.base = null;
    this.clear();
  }

  /**
   * The text as the sender saw it, as updates; null when nobody decided on a suggestion that the sender may have
   * seen standing.
   */
  seenBy(sent: Sent): readonly Uint8Array[] | null {
    if (this.base === null) return null;
    const had = sent.cameWith === null ? null : Y.decodeStateVector(sent.cameWith);
    const first = had === null ? this.firstUnseen(sent) : this.accepted.findIndex((one) => !isSeen(one, had));
    if (first === -1) return null;
    const isOwn = ({ by, update }: Accepted) =>
      had === null ? by === sent.personId : brings(update) && isCovered(update, had);
    const later = this.accepted.slice(first);
    if (!later.some((one) => one.decides && !isOwn(one))) return null;
    const own = later.filter(isOwn).map(({ update }) => update);
    return [...this.base, ...this.accepted.slice(0, first).flatMap(updatesOf), ...own];
  }

  /** Of what the sender hasn't seen, as far as that is known. Who deletes nothing decides nothing. */
  private firstUnseen({ personId, deletions, unshown }: Sent): number {
    if (deletions.length === 0) return -1;
    const isOthers = ({ by }: Accepted) => by !== personId;
    const found = deletions.flatMap((range) => this.named.find(range).flatMap(({ held }) => held?.of ?? []));
    // Of each accepted update one or two are on their way.
    const waiting = this.accepted.slice(-unshown.length || this.accepted.length);
    const unseen = [...found, ...waiting.filter(({ update }) => unshown.includes(update))].filter(isOthers);
    return unseen.length === 0 ? -1 : Math.min(...unseen.map((one) => this.accepted.indexOf(one)));
  }

  private add(accepted: Accepted): void {
    const { update, followedBy, decides } = accepted;
    this.accepted.push(accepted);
    this.bytes += update.length + (followedBy?.length ?? 0) + ENTRY_BYTES;
    if (!decides) return;
    for (const range of decodeUpdate(update).deletions) this.named.add({ ...range, of: accepted });
  }

  /** What crosses with decisions from before is merged as Yjs does. */
  private forgetHalf(base: readonly Uint8Array[]): void {
    const newer = this.accepted.splice(this.accepted.length >> 1);
    const doc = createSharedDocument();
    doc.transact(() => {
      for (const update of [...base, ...this.accepted.flatMap(updatesOf)]) Y.applyUpdate(doc, update);
    });
    this.base = [Y.encodeStateAsUpdate(doc)];
    doc.destroy();
    this.clear();
    for (const one of newer) this.add(one);
  }

  private clear(): void {
    this.accepted = [];
    this.named = new IdRanges();
    this.bytes = 0;
  }
}

const updatesOf = ({ update, followedBy }: Accepted): readonly Uint8Array[] =>
  followedBy === null ? [update] : [update, followedBy];

const isSeen = (accepted: Accepted, had: ReadonlyMap<number, number>) =>
  updatesOf(accepted).every((update) => isCovered(update, had));

const brings = (update: Uint8Array) => decodeUpdate(update).structs.length > 0;

/** Whether somebody had all that it brings; of one that only deletes that isn't told. */
function isCovered(update: Uint8Array, had: ReadonlyMap<number, number>): boolean {
  return decodeUpdate(update).structs.every(
    ({ id, length }) => (had.get(id.client) ?? 0) >= id.clock + length,
  );
}
