"use client";
import { useMemo, useSyncExternalStore } from "react";
import type { PersonId } from "@/core/ids";
import type { SpeechConnection } from "./connection";
import { type PersonHere, peopleIn } from "./presence";

/** Who has the speech open now, rendered anew only when the list really changes (not with every caret). */
export function usePresence(connection: SpeechConnection, selfId: PersonId): readonly PersonHere[] {
  const source = useMemo(() => {
    let people: readonly PersonHere[] = [];
    let fingerprint = "";
    return {
      read(): readonly PersonHere[] {
        const next = peopleIn(connection.awareness, selfId);
        const nextFingerprint = JSON.stringify(next);
        if (nextFingerprint !== fingerprint) {
          people = next;
          fingerprint = nextFingerprint;
        }
        return people;
      },
      subscribe(onChange: () => void): () => void {
        connection.awareness.on("change", onChange);
        return () => connection.awareness.off("change", onChange);
      },
    };
  }, [connection, selfId]);
  return useSyncExternalStore(source.subscribe, source.read, source.read);
}
