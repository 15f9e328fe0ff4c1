/** What the page for reading shows: a value, and how it takes in what was read anew. */
import type { Directive } from "@/core/directive";
import type { AppError } from "@/core/errors";
import type { StandingDirective } from "@/core/review/standing-directives";
import type { SignOffs, TextToRead, TextToSign } from "@/core/sign-off";
import type { SpeechSummary } from "@/core/speech";
import { changedBlocks, textBlocks } from "@/core/text/text-blocks";

export interface ReadingState {
  /** What is on the page; stays until the reader asks for the new one. */
  readonly shown: TextToSign | null;
  /** Where what the reader wants stands in the shown text. */
  readonly points: readonly StandingDirective[];
  /** The text as it is now, when it isn't what is shown. */
  readonly latest: TextToSign | null;
  /** Blocks of the shown text that others changed since the one before. */
  readonly changed: readonly number[];
  /** With the title that stands above the shown text; all else of it as it is now. */
  readonly speech: SpeechSummary;
  readonly signOffs: SignOffs | null;
  readonly directives: readonly Directive[];
  readonly failure: AppError | null;
}

export const nothingRead = (speech: SpeechSummary): ReadingState => ({
  shown: null,
  points: [],
  latest: null,
  changed: [],
  speech,
  signOffs: null,
  directives: [],
  failure: null,
});

/** What the server told at one time. */
export interface Read {
  readonly text: TextToRead;
  readonly speech: SpeechSummary;
  readonly signOffs: SignOffs;
  readonly directives: readonly Directive[];
}

/** What the reader asked to see; `own` is the block that they changed themselves, which isn't news. */
export interface Wanted {
  readonly own: string | undefined;
}

/** The first text, and one that the reader asked for, is shown; any other waits, and its title with it. */
export function withRead(last: ReadingState, { text, ...rest }: Read, show: Wanted | null): ReadingState {
  const { shown } = last;
  const now = { ...last, ...rest, failure: null };
  if (shown === null || shown.textHash === text.textHash) {
    // A remark changes no letter: the text is the same, and has one more point in it.
    return { ...now, shown: shown ?? text, points: text.points, latest: null };
  }
  if (show === null) return { ...now, speech: { ...rest.speech, title: last.speech.title }, latest: text };
  const changed = changedBlocks(shown.document, text.document).filter(
    (index) => show.own === undefined || blockText(text, index) !== show.own,
  );
  return { ...now, shown: text, points: text.points, latest: null, changed };
}

const blockText = ({ document }: TextToSign, index: number) => textBlocks(document)[index]?.text;
