/**
 * What updates do to suggestions. Who may only suggest did nothing else when, without their suggestions,
 * the text and everybody else's suggestions in it are the same before and after each of their messages.
 * Where a message crossed with an edit that its sender hadn't seen, the server puts the rest back; the
 * same for who may do more but is suggesting.
 * Nobody proposes in another's name. And what goes away was decided by whoever sent the update.
 *
 * It keeps a copy of the text in rooms where something is proposed; all others pay nothing.
 */
import type { Node } from "@tiptap/pm/model";
import { type Doc, mergeUpdates } from "yjs";
import { onlySuggests } from "@/core/access";
import type { IdRange } from "@/core/authors/id-ranges";
import type { Suggestion } from "@/core/document/suggestion";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import type { LateDecision } from "@/core/review/late-decision";
import { isSameText } from "@/core/review/same-text";
import { settle } from "@/core/review/settle";
import type { Struct } from "./accepted-state";
import { AcceptedText, keyOf, type TextChange } from "./accepted-text";
import type { ClientOwners } from "./client-owners";
import { type CrossedDecisions, firstDecisionsKept } from "./crossed-decisions";
import { decisionsOf } from "./decisions-of";
import { decodeUpdate } from "./decode-update";
import { heldToSuggestions } from "./hold-to-suggestions";
import { givenToTheirWriter } from "./own-words";
import type { Author, KeptDecision, KnownSuggestion } from "./ports";
import { ProposedWords } from "./proposed-words";
import { proposalIn, proposes, standsIn } from "./proposing-structs";
import { Rate } from "./rate";
import { SeenMarks } from "./seen-marks";
import { checkSuggesterBlocks, type Gone } from "./suggester-blocks";
import { UnseenDecisions } from "./unseen-decisions";

interface Sources {
  /** The text as stored. */
  live(): Doc;
  /** What the room holds and what is on its way to the disk, without the update that is judged. */
  everything(): readonly Uint8Array[];
  /** Of that what is on its way to the disk. */
  waiting(): readonly Uint8Array[];
  readonly decided: readonly KnownSuggestion[];
}

/** What the page says of an update that it sends. */
export interface Meant {
  /** It is meant to do nothing but suggest, whatever else its sender may do. */
  readonly suggests: boolean;
  /** Its sender may have lacked edits that were accepted before it. */
  readonly mayCross: boolean;
  /** See Claim. */
  readonly cameWith: Uint8Array | null;
}

/** An update that passed every other check. */
export interface JudgedMessage {
  readonly participant: Author["participant"];
  readonly update: Uint8Array;
  readonly meant: Meant;
  readonly structs: readonly Struct[];
  /** All that it names as deleted. */
  readonly deletions: readonly IdRange[];
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface Judgement {
  readonly decisions: readonly KeptDecision[];
  /** What the server has to put back right behind the update; see hold-to-suggestions.ts and crossed-decisions.ts. */
  readonly putBack: Uint8Array | null;
  /** What it decided after somebody else, who had decided otherwise. */
  readonly late: readonly LateDecision[];
}

const NOTHING: Judgement = { decisions: [], putBack: null, late: [] };
const NOT_CROSSED: CrossedDecisions = { putBack: null, late: [] };

export class SuggestionReview {
  private text: AcceptedText | null = null;
  /** Whether something may be proposed in the text; null before anybody looked. */
  private stands: boolean | null = null;
  /** Suggestions that stood in the text at some time, and those that were decided, by keyOf. */
  private readonly seen = new Set<string>();
  private readonly decided: Set<string>;
  private readonly gone: Gone = { words: new Map(), threads: new Map() };
  /** Putting back reads the whole text anew, which nobody may make the server do all the time. */
  private readonly holds = new Rate(LIMITS.crossingsPerSecond, () => performance.now());
  private readonly unseen = new UnseenDecisions();
  private readonly marks = new SeenMarks();
  private readonly words = new ProposedWords();
  /** The text without this person's suggestions, as long as nothing else was accepted. */
  private last: { readonly personId: PersonId; readonly text: Node } | null = null;

  constructor(private readonly sources: Sources) {
    this.decided = new Set(sources.decided.map(keyOfKnown));
  }

  /**
   * Throws AppError `content-not-allowed` for more than suggestions from who may do no more and had
   * seen everything, `author-mismatch` for a suggestion in another's name.
   */
  judge(message: JudgedMessage): Judgement {
    const { participant, update, meant, structs } = message;
    const { personId, role } = participant;
    const isBound = onlySuggests(role ?? null);
    if (!isBound && !meant.suggests && !this.isConcerned(structs)) return NOTHING;
    const text = this.open();
    const before = isBound || meant.suggests ? this.without(personId, text) : null;
    this.last = null;
    const kept = this.keepFirst(message);
    const change = text.apply(update, kept.putBack);
    this.seeIn(structs, personId);
    try {
      if (before !== null && !this.isSame(before, personId, text)) {
        const held = meant.mayCross && this.holds.take(1) ? this.hold(message, before) : null;
        if (held !== null) return held;
        if (isBound) throw new AppError("content-not-allowed", "more than a suggestion");
      }
      this.requireOwnOnly(change, participant);
      return this.giveWords(message, change, kept) ?? this.noted(message, change, kept);
    } catch (error) {
      // Yjs takes nothing back: the copy is made again when it is needed.
      this.forget();
      throw error;
    }
  }

  /** Null unless it wrote words of its own into another person's insertion. */
  private giveWords(message: JudgedMessage, change: TextChange, kept: CrossedDecisions): Judgement | null {
    const { participant, update, structs, at } = message;
    const { personId, role } = participant;
    if (role === undefined || !this.words.mayBeNew(change.after, personId)) return null;
    if (!this.holds.take(1)) throw new AppError("author-mismatch", "words under another's suggestion");
    const followed = kept.putBack === null ? [update] : [update, kept.putBack];
    const suggestion = { id: newId(), person: personId, at };
    const all = [...this.sources.everything(), ...followed];
    const given = givenToTheirWriter(all, structs, this.words, suggestion);
    if (given === null) return null;
    this.forget();
    const putBack = kept.putBack === null ? given : mergeUpdates([kept.putBack, given]);
    return this.noted(message, this.open().apply(update, putBack), { ...kept, putBack });
  }

  /** What has to follow so that suggestions stay decided which its sender hadn't seen decided. */
  private keepFirst(message: JudgedMessage): CrossedDecisions {
    const { participant, update, deletions, meant } = message;
    const { personId } = participant;
    const { cameWith } = meant;
    const unshown = this.sources.waiting();
    const seen = this.unseen.seenBy({ personId, deletions, cameWith, unshown });
    if (seen === null || !this.holds.take(1)) return NOT_CROSSED;
    return firstDecisionsKept(this.sources.everything(), update, seen);
  }

  private noted(
    { participant: { personId }, update, structs, at }: JudgedMessage,
    change: TextChange,
    { putBack, late }: CrossedDecisions,
  ): Judgement {
    const decisions = this.note(change, personId, at);
    const decides = change.gone.length > 0;
    // Who comes back says which structs they had, and not which deletions: one without any shows that this was seen.
    const back = putBack ?? (decides && structs.length === 0 ? this.marks.next(personId) : null);
    this.unseen.note({ update, by: personId, decides, followedBy: back });
    return { decisions, putBack: back, late };
  }

  /** Null when even so it is more than suggestions. */
  private hold(message: JudgedMessage, before: Node): Judgement | null {
    const { participant, update, at } = message;
    const { personId } = participant;
    const suggestion = { id: newId(), person: personId, at };
    const putBack = heldToSuggestions(this.sources.everything(), update, suggestion);
    this.forget();
    const text = this.open();
    const change = text.apply(update, putBack);
    if (this.isSame(before, personId, text)) {
      this.requireOwnOnly(change, participant);
      return this.noted(message, change, { putBack, late: [] });
    }
    this.forget();
    return null;
  }

  /** Call for each update that was accepted elsewhere, once it is known whose its client ids are. */
  take(update: Uint8Array, owners: Pick<ClientOwners, "ownerOf">): void {
    this.last = null;
    const { structs } = decodeUpdate(update);
    // Also while no copy is kept: what stood there may be brought back here.
    for (const struct of structs) this.seeIn([struct], owners.ownerOf(struct.id.client));
    if (this.text === null) {
      // What it decided on isn't known.
      this.unseen.forget();
      if (this.stands === false) this.stands = structs.some(proposes);
      return;
    }
    const change = this.text.apply(update);
    this.see(change);
    this.words.note(this.text.document(), change);
    this.unseen.note({ update, by: null, decides: change.gone.length > 0, followedBy: null });
  }

  /** Call for what was decided elsewhere, before the update that decided it. */
  takeDecided(decided: readonly KnownSuggestion[]): void {
    for (const known of decided) this.decided.add(keyOfKnown(known));
  }

  /** Frees all; call it when the room closes. */
  close(): void {
    this.forget();
    this.unseen.forget();
  }

  private forget(): void {
    this.text?.destroy();
    this.text = null;
    this.last = null;
  }

  private isConcerned(structs: readonly Struct[]): boolean {
    this.stands ??= standsIn(this.sources.live());
    this.stands ||= structs.some(proposes);
    return this.stands;
  }

  private open(): AcceptedText {
    this.unseen.begin(() => this.sources.everything());
    if (this.text !== null) return this.text;
    this.stands = true;
    this.text = new AcceptedText(this.sources.everything());
    for (const suggestion of this.text.suggestions()) this.seen.add(keyOf(suggestion));
    this.words.note(this.text.document(), null);
    return this.text;
  }

  private without(personId: PersonId, text: AcceptedText): Node {
    return this.last?.personId === personId ? this.last.text : textWithout(text, personId);
  }

  private isSame(before: Node, personId: PersonId, text: AcceptedText): boolean {
    const after = textWithout(text, personId);
    if (!isSameText(before, after)) return false;
    this.last = { personId, text: after };
    return true;
  }

  private requireOwnOnly(change: TextChange, { personId, role }: JudgedMessage["participant"]): void {
    // The server's own changes, which have no role, bring back what stood in an older version.
    if (role === undefined) return;
    this.requireOwn(change, personId);
    if (onlySuggests(role)) checkSuggesterBlocks(change, personId, this.gone);
  }

  /** What stood here before may come again: by moving it, or by undoing what took it away. */
  private requireOwn({ came }: TextChange, personId: PersonId): void {
    for (const suggestion of came) {
      const key = keyOf(suggestion);
      if (suggestion.person === personId || this.seen.has(key) || this.decided.has(key)) continue;
      throw new AppError("author-mismatch", "a suggestion in another's name");
    }
  }

  private note(change: TextChange, by: PersonId, at: number): readonly KeptDecision[] {
    const isNoted = (suggestion: Suggestion) => this.decided.has(keyOf(suggestion));
    const reopened = change.came.filter(isNoted);
    const decisions = decisionsOf({ ...change, reopened, isNoted, by, at });
    this.see(change);
    if (this.text !== null) this.words.note(this.text.document(), change);
    for (const { suggestion, proposedBy } of decisions) {
      this.decided.add(keyOfKnown({ id: suggestion, person: proposedBy }));
    }
    return decisions;
  }

  /**
   * Also what shows nowhere because its words went meanwhile: on others' pages it may cover other words.
   * `by`: who wrote them, and counts for nobody else's, also on another node, which lets pass what shows nowhere.
   */
  private seeIn(structs: readonly Struct[], by: PersonId | null): void {
    for (const struct of structs) {
      const proposal = proposalIn(struct);
      if (proposal != null && by === proposal.person) this.seen.add(keyOf(proposal));
    }
  }

  private see({ came }: TextChange): void {
    for (const suggestion of came) this.seen.add(keyOf(suggestion));
  }
}

function textWithout(text: AcceptedText, personId: PersonId): Node {
  return settle(text.document(), ({ person }) => (person === personId ? "reject" : "keep"));
}

function keyOfKnown({ id, person }: KnownSuggestion): string {
  return keyOf({ id, person, at: 0 });
}
