/** What the threads of a speech do to its text and to those who have it open. */
import type { PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { TextRange } from "@/core/review/thread-requests";
import type { Rooms } from "./rooms";
import { markThread, unmarkThread } from "./thread-mark";

export function liveThreads(rooms: Rooms) {
  return {
    mark: (speechId: SpeechId, personId: PersonId, thread: ThreadId, range: TextRange) =>
      rooms.mark(speechId, personId, (doc) => markThread(doc, thread, range)),
    unmark: (speechId: SpeechId, personId: PersonId, thread: ThreadId) =>
      rooms.mark(speechId, personId, (doc) => unmarkThread(doc, thread)),
    changed: (speechId: SpeechId) => rooms.threadsChanged(speechId),
  };
}
