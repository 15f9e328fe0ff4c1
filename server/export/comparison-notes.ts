/** What a comparison says of its two texts as a whole, in the language of the paper, whoever asks for it. */
import { hasSuggestions } from "@/core/document/proposers";
import type { DocumentNode } from "@/core/document/schema";
import { newCommentId, newPersonId, newThreadId } from "@/core/ids";
import { speech } from "@/core/messages/zh-CN/speech";
import { versions } from "@/core/messages/zh-CN/versions";
import type { Thread } from "@/core/review/thread";
import type { NumberingStyle } from "@/core/speech";

/** Of its beginning, `before`, and its end. */
export interface ComparedTexts {
  readonly before: DocumentNode;
  readonly after: DocumentNode;
  /** How the first text's headings are numbered, where that isn't how the second's are. */
  readonly oldNumberingStyle?: NumberingStyle | undefined;
}

/** That open suggestions count as accepted where there are any, and that headings are numbered otherwise. */
export function comparisonNotes(
  { before, after, oldNumberingStyle: old }: ComparedTexts,
  now: NumberingStyle,
): readonly string[] {
  const { numberingStyles } = speech;
  return [
    ...([before, after].some(hasSuggestions) ? [versions.exportedAsAccepted] : []),
    ...(old === undefined || old === now
      ? []
      : [versions.numberingChanged(numberingStyles[old], numberingStyles[now])]),
  ];
}

/** The note as a comment on the whole text: it belongs to neither of the texts. `at`: epoch milliseconds. */
export function noteThread(note: string, { author, at }: { author: string; at: number }): Thread {
  return {
    id: newThreadId(),
    quote: null,
    createdAt: at,
    directive: null,
    suggestion: null,
    resolved: null,
    comments: [
      {
        id: newCommentId(),
        author: { id: newPersonId(), name: author },
        body: note,
        deleted: false,
        createdAt: at,
        editedAt: null,
        mentions: [],
        reactions: [],
      },
    ],
  };
}
