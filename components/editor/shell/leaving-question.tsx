"use client";

import { useMessages } from "@/components/messages/messages-provider";
import { useAskedLinks } from "@/components/shell/use-asked-links";
import { useLeavingQuestion } from "@/components/shell/use-leaving-question";
import type { SpeechConnection } from "@/components/sync/connection";
import { useConnectionFact } from "./use-connection-fact";

/**
 * Asks before the speech is left by a link, by going back or for another language while the server lacks some of its
 * text. A component, so that nothing else is drawn anew when that changes, which it does with every sentence.
 */
export function LeavingQuestion({ connection }: { connection: SpeechConnection }) {
  const { save } = useMessages().editor;
  const asks = useConnectionFact(connection, (state) => state.asksBeforeLeaving);
  useLeavingQuestion(asks, save.leaveUnsynced);
  useAskedLinks(asks);
  return null;
}
