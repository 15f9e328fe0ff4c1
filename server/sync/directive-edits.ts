/** What a leader's directives do to a speech's text, each made in that person's name. */
import { absolutePositionToRelativePosition, initProseMirrorDoc } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import type { Suggestion } from "@/core/document/suggestion";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId, ThreadId } from "@/core/ids";
import { acceptedBlocks } from "@/core/review/accepted-blocks";
import { listSuggestions } from "@/core/review/list-suggestions";
import { proposeWording } from "@/core/review/propose-wording";
import { findOnly, findPassage, quoteOf, type ReadingPlace } from "@/core/review/reading-place";
import { settle } from "@/core/review/settle";
import { suggestionsIn } from "@/core/review/suggestions-in";
import { quoteBefore, undoRewordings } from "@/core/review/undo-rewordings";
import type {
  KnownRewording,
  ProposedWording,
  RewordingName,
  WantedWording,
} from "@/core/review/wanted-wording";
import type { Rooms } from "./rooms";
import { markThread, unmarkThread } from "./thread-mark";
import { writeDocument } from "./write-document";

export function directiveEdits(rooms: Pick<Rooms, "edit" | "mark">) {
  return {
    /**
     * Writes other words as a suggestion; once, however often it is asked. Earlier ones of words within the
     * passage go as it comes. Rejects with `text-changed`, and with `conflict` where somebody else's suggestion has
     * the id.
     */
    propose: (speechId: SpeechId, personId: PersonId, wanted: WantedWording) =>
      rooms.edit(speechId, personId, (doc) => proposeInto(doc, wanted)),
    /** Marks the passage as a thread's place. Rejects with `text-changed`. */
    mark: (speechId: SpeechId, personId: PersonId, thread: ThreadId, place: ReadingPlace) =>
      rooms.edit(speechId, personId, (doc) => {
        const positions = passageIn(doc, place).positions;
        markPositions(doc, thread, positions[0] ?? 0, (positions.at(-1) ?? 0) + 1);
      }),
    /** Takes such a mark off, wherever it went. */
    unmark: (speechId: SpeechId, personId: PersonId, thread: ThreadId) =>
      rooms.mark(speechId, personId, (doc) => unmarkThread(doc, thread)),
    /**
     * Marks a rewording as the place of what is said about it; decided already, the words that it came to,
     * where they stand only once. False when there are none.
     */
    markRewording: (speechId: SpeechId, personId: PersonId, thread: ThreadId, about: KnownRewording) =>
      rooms.edit(speechId, personId, (doc) => {
        const found = rewordingIn(textIn(doc).doc, about);
        if (found !== undefined) markPositions(doc, thread, found.from, found.to);
        return found !== undefined;
      }),
    /** Accepts a rewording, or takes it out again; false when it stands no more, and nothing is done. */
    settle: (
      speechId: SpeechId,
      personId: PersonId,
      { id, author }: RewordingName,
      decision: "accept" | "reject",
    ) =>
      rooms.edit(speechId, personId, (doc) => {
        const text = textIn(doc).doc;
        const isIt = (pending: Suggestion) => pending.id === id && pending.person === author;
        if (!suggestionsIn(text).some(isIt)) return false;
        write(doc, settle(text, (pending) => (isIt(pending) ? decision : "keep")).toJSON());
        return true;
      }),
  };
}

function proposeInto(doc: Y.Doc, { place, wording, suggestion, earlier }: WantedWording): ProposedWording {
  const { doc: text } = textIn(doc);
  const standing = suggestionsIn(text).filter(({ id }) => id === suggestion.id);
  if (standing.some(({ person }) => person !== suggestion.person)) {
    throw new AppError("conflict", "the id is somebody else's suggestion");
  }
  if (standing.length > 0) {
    // Stored by a request that came to nothing else: those that went as it came are still to be told.
    const replaced = earlier.filter((id) => suggestionIn(text, id) === undefined);
    return { quote: quoteBefore(text, place, suggestion.id), replaced };
  }
  const read = { doc: text, quote: quoteOf(place), ...passageIn(doc, place), undone: [] };
  const bare = undoRewordings(text, read.positions, new Set<string>(earlier));
  // Back to the words before them: that is for the earlier one's being taken back.
  const { quote, positions, undone, ...base } = bare.quote === wording ? read : bare;
  write(doc, proposeWording(base.doc, { quote, positions, wording, author: suggestion }).toJSON());
  return { quote, replaced: earlier.filter((id) => undone.some((gone) => gone === id)) };
}

function textIn(doc: Y.Doc) {
  return initProseMirrorDoc(doc.getXmlFragment(FRAGMENT), documentSchema());
}

function suggestionIn(text: ReturnType<typeof textIn>["doc"], id: string) {
  return listSuggestions(text).find((suggestion) => suggestion.id === id);
}

function rewordingIn(text: ReturnType<typeof textIn>["doc"], { id, quote, wording }: KnownRewording) {
  const standing = suggestionIn(text, id);
  if (standing !== undefined) return standing;
  const blocks = acceptedBlocks(text);
  for (const words of [wording, quote]) {
    if (!words) continue;
    const positions = findOnly(blocks, words);
    const [from, to] = [positions?.[0], positions?.at(-1)];
    if (from !== undefined && to !== undefined) return { from, to: to + 1 };
  }
  return undefined;
}

/** Throws `text-changed` for what was read and isn't there any more. */
function passageIn(doc: Y.Doc, place: ReadingPlace): { readonly positions: readonly number[] } {
  const positions = findPassage(acceptedBlocks(textIn(doc).doc), place);
  if (positions === null) throw new AppError("text-changed");
  return { positions };
}

function markPositions(doc: Y.Doc, thread: ThreadId, from: number, to: number): void {
  const fragment = doc.getXmlFragment(FRAGMENT);
  const { mapping } = textIn(doc);
  const encode = (pos: number) => {
    const place = absolutePositionToRelativePosition(pos, fragment, mapping) as Y.RelativePosition;
    return Buffer.from(Y.encodeRelativePosition(place)).toString("base64");
  };
  markThread(doc, thread, { from: encode(from), to: encode(to) });
}

function write(doc: Y.Doc, text: unknown): void {
  writeDocument(doc, text as DocumentNode); // as ProseMirror writes it
}
