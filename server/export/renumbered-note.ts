/** What a comparison says where its headings are numbered otherwise than before. */
import { newCommentId, newPersonId, newThreadId } from "@/core/ids";
import { speech } from "@/core/messages/zh-CN/speech";
import { versions } from "@/core/messages/zh-CN/versions";
import type { Thread } from "@/core/review/thread";
import type { NumberingStyle } from "@/core/speech";

/** In the language of the paper, whoever asks for it; null where the numbers are the same. */
export function renumberedNote(old: NumberingStyle | undefined, now: NumberingStyle): string | null {
  if (old === undefined || old === now) return null;
  return versions.numberingChanged(speech.numberingStyles[old], speech.numberingStyles[now]);
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
