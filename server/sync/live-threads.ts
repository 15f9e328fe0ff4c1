/** What the threads of a speech do to its text and to those who have it open. */
import type { DocumentNode } from "@/core/document/schema";
import type { PersonId, SpeechId, ThreadId } from "@/core/ids";
import type { TextRange } from "@/core/review/thread-requests";
import { carryMarks } from "./carry-marks";
import type { Rooms } from "./rooms";
import { markThread, unmarkThread } from "./thread-mark";

export function liveThreads(rooms: Rooms) {
  return {
    mark: (speechId: SpeechId, personId: PersonId, thread: ThreadId, range: TextRange) =>
      rooms.mark(speechId, personId, (doc) => markThread(doc, thread, range)),
    unmark: (speechId: SpeechId, personId: PersonId, thread: ThreadId) =>
      rooms.mark(speechId, personId, (doc) => unmarkThread(doc, thread)),
    carry: (speechId: SpeechId, personId: PersonId, text: DocumentNode) =>
      rooms.mark(speechId, personId, (doc) => carryMarks(doc, text)),
    changed: (speechId: SpeechId) => rooms.threadsChanged(speechId),
  };
}
