/**
 * What updates do to suggestions. Who may only suggest did nothing else when, without their suggestions,
 * the text and everybody else's suggestions in it are the same before and after each of their messages.
 * Nobody proposes in another's name. And what goes away was decided by whoever sent the update.
 *
 * It keeps a copy of the text in rooms where something is proposed; all others pay nothing.
 */
import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { onlySuggests } from "@/core/access";
import { isSlotValue } from "@/core/document/suggestion";
import { DELETION, FORMATTING, INSERTION } from "@/core/document/suggestion-marks";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { settle } from "@/core/review/settle";
import type { Struct } from "./accepted-state";
import { AcceptedText, keyOf, type TextChange } from "./accepted-text";
import { decisionsOf } from "./decisions-of";
import { decodeUpdate } from "./decode-update";
import type { Author, KeptDecision, KnownSuggestion } from "./ports";

interface Sources {
  /** The text as stored. */
  live(): Y.Doc;
  /** What the room holds and what is on its way to the disk, without the update that is judged. */
  everything(): readonly Uint8Array[];
  readonly decided: readonly KnownSuggestion[];
}

/** An update that passed every other check. */
export interface JudgedMessage {
  readonly participant: Author["participant"];
  readonly update: Uint8Array;
  readonly structs: readonly Struct[];
  /** Epoch milliseconds. */
  readonly at: number;
}

export class SuggestionReview {
  private text: AcceptedText | null = null;
  /** Whether something may be proposed in the text; null before anybody looked. */
  private stands: boolean | null = null;
  /** Suggestions that stood in the text at some time, and those that were decided, by keyOf. */
  private readonly seen = new Set<string>();
  private readonly decided: Set<string>;
  /** The text without this person's suggestions, as long as nothing else was accepted. */
  private last: { readonly personId: PersonId; readonly text: Node } | null = null;

  constructor(private readonly sources: Sources) {
    this.decided = new Set(sources.decided.map(keyOfKnown));
  }

  /**
   * Returns what the update decided. Throws AppError `content-not-allowed` for more than suggestions
   * from who may do no more, `author-mismatch` for a suggestion in another's name.
   */
  judge({ participant, update, structs, at }: JudgedMessage): readonly KeptDecision[] {
    const { personId, role } = participant;
    const isBound = onlySuggests(role ?? null);
    if (!isBound && !this.isConcerned(structs)) return [];
    const text = this.open();
    const before = isBound ? this.without(personId, text) : null;
    this.last = null;
    const change = text.apply(update);
    try {
      if (before !== null) this.requireSame(before, personId, text);
      // The server's own changes, which have no role, bring back what stood in an older version.
      else if (role !== undefined) this.requireOwn(change, personId);
      return this.note(change, personId, at);
    } catch (error) {
      // Yjs takes nothing back: the copy is made again when it is needed.
      this.forget();
      throw error;
    }
  }

  /** Call for each update that was accepted elsewhere. */
  take(update: Uint8Array): void {
    this.last = null;
    if (this.text !== null) this.see(this.text.apply(update));
    else if (this.stands === false) this.stands = decodeUpdate(update).structs.some(proposes);
  }

  /** Frees the copy; call also when the room closes. */
  forget(): void {
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
    if (this.text !== null) return this.text;
    this.stands = true;
    this.text = new AcceptedText(this.sources.everything());
    for (const suggestion of this.text.suggestions()) this.seen.add(keyOf(suggestion));
    return this.text;
  }

  private without(personId: PersonId, text: AcceptedText): Node {
    return this.last?.personId === personId ? this.last.text : textWithout(text, personId);
  }

  private requireSame(before: Node, personId: PersonId, text: AcceptedText): void {
    const after = textWithout(text, personId);
    if (!before.eq(after)) throw new AppError("content-not-allowed", "more than a suggestion");
    this.last = { personId, text: after };
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
    const reopened = change.came.filter((suggestion) => this.decided.has(keyOf(suggestion)));
    const decisions = decisionsOf({ ...change, reopened, by, at });
    this.see(change);
    for (const { suggestion, proposedBy } of decisions) {
      this.decided.add(keyOfKnown({ id: suggestion, person: proposedBy }));
    }
    return decisions;
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

const CARRIERS: ReadonlySet<string> = new Set([INSERTION, DELETION, FORMATTING]);

/** Whether it carries a suggestion. The binding hashes the names of marks that may overlap. */
function proposes(struct: Struct): boolean {
  if (!(struct instanceof Y.Item)) return false;
  const { content } = struct;
  if (content instanceof Y.ContentFormat) return CARRIERS.has(content.key.split("--", 1)[0] ?? "");
  return content instanceof Y.ContentAny && content.arr.some(isSlotValue);
}

function standsIn(doc: Y.Doc): boolean {
  for (const structs of doc.store.clients.values()) {
    if (structs.some((struct) => !struct.deleted && proposes(struct))) return true;
  }
  return false;
}
