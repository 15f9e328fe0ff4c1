/** Which characters of the text pinyin is proposed for, and setting it. Brings pinyin-pro: load it late. */
import type { Editor } from "@tiptap/core";
import { PINYIN } from "@/core/document/reading-aids";
import { leafPlaceOf } from "@/core/text/placed-text";
import { type ProposedReading, proposeReadings } from "@/core/text/readings";

/** A character with its place in the document, and what it has now. */
export interface ReadingPlace extends ProposedReading {
  readonly pos: number;
  readonly before: string;
  readonly after: string;
  /** The reading that it carries already. */
  readonly current: string | null;
}

const AROUND = 6;
const MOST = 200;

/** Every character of the selection; of the whole speech, those that few people know. */
export function readingPlaces({ state }: Editor): {
  readonly places: readonly ReadingPlace[];
  readonly isWhole: boolean;
} {
  const { empty, from, to } = state.selection;
  const places: ReadingPlace[] = [];
  state.doc.nodesBetween(empty ? 0 : from, empty ? state.doc.content.size : to, (block, pos) => {
    if (!block.isTextblock) return true;
    // Every character at its own offset, so that words stay whole around cues and formatting.
    const text = block.textBetween(0, block.content.size, undefined, leafPlaceOf);
    for (const proposed of proposeReadings(text, empty ? "rare" : "all")) {
      const at = pos + 1 + proposed.offset;
      const end = proposed.offset + proposed.letter.length;
      if (!empty && (at < from || at >= to)) continue;
      const mark = state.doc.nodeAt(at)?.marks.find(({ type }) => type.name === PINYIN);
      places.push({
        ...proposed,
        pos: at,
        before: text.slice(Math.max(0, proposed.offset - AROUND), proposed.offset),
        after: text.slice(end, end + AROUND),
        current: mark === undefined ? null : String(mark.attrs.reading),
      });
    }
    return false;
  });
  return { places: places.slice(0, MOST), isWhole: empty };
}

/** What was decided on a place: a reading, or none. */
export interface DecidedReading {
  readonly place: ReadingPlace;
  readonly reading: string | null;
}

/** What came of setting: nothing is set in a text that is closed by now, nor in one that others changed. */
export type SetReadings = "set" | "closed" | "changed";

/** In one step. What was changed meanwhile has to be looked at again. */
export function setReadings(
  { state, view, isEditable }: Editor,
  decided: readonly DecidedReading[],
): SetReadings {
  const { tr, schema } = state;
  const type = schema.marks[PINYIN];
  if (type === undefined || !isEditable) return "closed";
  for (const { place, reading } of decided) {
    const end = place.pos + place.letter.length;
    const isThere = end <= state.doc.content.size && state.doc.textBetween(place.pos, end) === place.letter;
    if (!isThere) return "changed";
    if (reading === place.current) continue;
    if (reading === null) tr.removeMark(place.pos, end, type);
    else tr.addMark(place.pos, end, type.create({ reading }));
  }
  if (tr.docChanged) view.dispatch(tr);
  return "set";
}
