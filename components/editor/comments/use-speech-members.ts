"use client";

import { useEffect, useState } from "react";
import { listMembers } from "@/components/api";
import type { SpeechId } from "@/core/ids";
import type { Member } from "@/core/speech";

/**
 * Who is on the speech, for @; empty when they couldn't be read, and then nobody can be mentioned.
 * @param news another value asks again: the speech's row, which is read anew as people come and go
 */
export function useSpeechMembers(speechId: SpeechId, news?: unknown): readonly Member[] {
  const [members, setMembers] = useState<readonly Member[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `news` says when there may be others.
  useEffect(() => {
    let gone = false;
    listMembers(speechId).then(
      (found) => !gone && setMembers(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [speechId, news]);
  return members;
}
