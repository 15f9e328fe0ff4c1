"use client";

import { useMessages } from "@/components/messages/messages-provider";
import { useAskedLinks } from "@/components/shell/use-asked-links";
import { useLiveLeavingQuestion } from "@/components/shell/use-leaving-question";
import type { SpeechConnection } from "@/components/sync/connection";

/**
 * Asks before the speech is left by a link, by going back or for another language while the server lacks some of its
 * text. The connection itself asks before the page is closed.
 */
export function useSpeechLeaving(connection: SpeechConnection): void {
  const { save } = useMessages().editor;
  useLiveLeavingQuestion(connection.asksBeforeLeaving, save.leaveUnsynced);
  useAskedLinks(true);
}
