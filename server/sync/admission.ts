/**
 * What a room lets in: an update is judged against everything accepted so far, and taken in as
 * accepted before it is on the disk, since its author's next one builds on it.
 */
import type { Removal } from "@/core/authors/removals";
import type { PersonsWords } from "@/core/authors/removed-words";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { LateDecision } from "@/core/review/late-decision";
import { AcceptedState } from "./accepted-state";
import { ClientOwners } from "./client-owners";
import { decodeUpdate } from "./decode-update";
import type { LiveDocument } from "./live-document";
import type { Author, ClientBinding, KeptDecision, StoredSpeech } from "./ports";
import { RemovedText } from "./removed-text";
import { type Meant, SuggestionReview } from "./suggestion-review";
import { type JudgedUpdate, judgeUpdate } from "./update-check";

export interface Admitted {
  /** Null when nothing in the update is new. */
  readonly update: Uint8Array | null;
  readonly bindings: readonly ClientBinding[];
  /** What it decided on suggestions. */
  readonly decisions: readonly KeptDecision[];
  readonly late: readonly LateDecision[];
  /** What it took out of the text. */
  readonly removals: readonly Removal[];
  /** Of that the words, to be known again when they come back. */
  readonly words: readonly PersonsWords[];
  /** All that it names as deleted, and what it writes. */
  readonly judged: Pick<JudgedUpdate, "deletions" | "newStructs">;
  /** The server's own update that belongs right behind it. */
  readonly putBack: Pick<Admitted, "update" | "bindings"> | null;
}

/** What one deletion may add to the encoded document: the run it cuts named anew twice, and its range. */
const BYTES_PER_DELETION = 24;

const NOTHING_DECIDED = { decisions: [], putBack: null, late: [] };
const NOTHING_REMOVED = { removals: [], words: null };

/**
 * Who takes so much out, and the text before it as far as it is durable, as one Yjs update. That has to be
 * asked for at once or not at all: it is dear, and afterwards the text is another.
 */
export type OnLargeRemoval = (personId: PersonId, before: () => Uint8Array) => void;

/** UTF-16 units: a part of a speech, or all of a short one. Nobody takes as much out by the way. */
const LARGE_REMOVAL = 300;

/** What is on its way to the disk. */
interface OnItsWay {
  readonly uncommittedBytes: number;
  hasRoomFor(bytes: number): boolean;
  uncommitted(): readonly Uint8Array[];
}

export class Admission {
  private readonly accepted: AcceptedState;
  private readonly removed: RemovedText;
  readonly owners = new ClientOwners();
  private readonly review: SuggestionReview;

  constructor(
    private readonly text: LiveDocument,
    private readonly queue: () => OnItsWay,
    { decided, words }: Pick<StoredSpeech, "decided" | "words">,
    private readonly onLargeRemoval: OnLargeRemoval,
  ) {
    this.accepted = new AcceptedState(text);
    this.removed = new RemovedText(text, words);
    this.review = new SuggestionReview({
      live: () => text.doc,
      everything: () => [text.encode(), ...queue().uncommitted()],
      waiting: () => queue().uncommitted(),
      decided,
    });
  }

  /** `at`: epoch milliseconds. Throws AppError and changes nothing when the update is refused. */
  admit({ participant, carries, restores }: Author, update: Uint8Array, meant: Meant, at: number): Admitted {
    const judged = judgeUpdate(update, participant, this.accepted, this.owners);
    this.checkSpace(judged, update.length);
    // The message's bytes are copied: they may be a view of a buffer that the network reuses.
    const own = judged.news?.slice() ?? null;
    const message = { participant, meant, structs: judged.newStructs, deletions: judged.deletions, at };
    const { decisions, putBack, late } =
      own === null ? NOTHING_DECIDED : this.review.judge({ ...message, update: own });
    const back = putBack === null ? null : decodeUpdate(putBack);
    const { removals, words } =
      own === null
        ? NOTHING_REMOVED
        : this.removed.of({
            personId: participant.personId,
            // Words that the server puts back stay their writer's.
            deletions: [...judged.deletions, ...(back?.deletions ?? [])],
            structs: [...judged.newStructs, ...(back?.structs ?? [])],
            decides: decisions.length > 0,
            carries: carries ?? [],
            restores: restores ?? [],
          });
    // It isn't in the live document yet.
    if (carries === undefined && lengthGone(removals) >= LARGE_REMOVAL) {
      this.onLargeRemoval(participant.personId, () => this.text.encode());
    }
    this.accepted.add(judged.newStructs);
    this.text.expect(judged.newDeletions * BYTES_PER_DELETION);
    this.owners.bind(judged.newBindings);
    return {
      update: own,
      bindings: judged.newBindings,
      decisions,
      late,
      removals,
      words: words === null ? [] : [words],
      judged,
      putBack: putBack && this.take(putBack, participant.personId),
    };
  }

  /** The server's own: nothing in it has to be judged. */
  private take(update: Uint8Array, personId: PersonId): Pick<Admitted, "update" | "bindings"> {
    const { structs } = decodeUpdate(update);
    const clients = new Set(structs.map(({ id }) => id.client));
    const bindings = [...clients].map((clientId) => ({ clientId, personId }));
    this.accepted.add(structs);
    this.owners.bind(bindings);
    return { update, bindings };
  }

  /** Call after the live document took in what was admitted. */
  settle(): void {
    this.accepted.settle();
    this.removed.settle();
  }

  /** Call for what the log says of updates from elsewhere, before catchUp(). */
  learn({ decided, words }: Pick<StoredSpeech, "decided" | "words">): void {
    this.review.takeDecided(decided);
    this.removed.learn(words);
  }

  /** Call after an update from elsewhere went straight into the live document. */
  catchUp(update: Uint8Array): void {
    this.accepted.catchUp();
    this.review.take(update, this.owners);
  }

  /** Frees what it holds. */
  close(): void {
    this.review.close();
  }

  /** Refuses growth past the limits; deletions alone have a reserve. */
  private checkSpace({ newStructs, newDeletions }: JudgedUpdate, bytes: number): void {
    if (newDeletions > LIMITS.deletionsPerUpdate) throw new AppError("too-large", "deletions in one message");
    const waiting = this.queue().uncommittedBytes;
    // Without news too: whoever sends it waits for the answer.
    if (!this.queue().hasRoomFor(bytes)) {
      throw new AppError("storage-unavailable", "too much text waits for the disk");
    }
    if (newStructs.length > 0) {
      if (!this.text.hasRoomFor(waiting + bytes)) throw new AppError("too-large", "document");
    } else if (newDeletions > 0) {
      const grown = waiting + newDeletions * BYTES_PER_DELETION - LIMITS.deletionReserveBytes;
      if (!this.text.hasRoomFor(grown)) throw new AppError("too-large", "document, by its deletions");
    }
  }
}

/** What only went elsewhere isn't gone. */
function lengthGone(removals: readonly Removal[]): number {
  return removals.reduce((sum, { length, carriedTo }) => sum + (carriedTo === null ? length : 0), 0);
}
