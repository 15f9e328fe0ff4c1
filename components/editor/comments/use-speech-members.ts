"use client";

import { useEffect, useState } from "react";
import { listMembers } from "@/components/api";
import type { SpeechId } from "@/core/ids";
import type { Member } from "@/core/speech";

/** Who is on the speech, for @; empty when they couldn't be read, and then nobody can be mentioned. */
export function useSpeechMembers(speechId: SpeechId): readonly Member[] {
  const [members, setMembers] = useState<readonly Member[]>([]);
  useEffect(() => {
    let gone = false;
    listMembers(speechId).then(
      (found) => !gone && setMembers(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [speechId]);
  return members;
}
