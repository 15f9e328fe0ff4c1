"use client";

import { useEffect, useState } from "react";
import { listMembers } from "@/components/api";
import { useAskedAgain } from "@/components/use-asked-again";
import { type AppError, asAppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import type { Member } from "@/core/speech";

interface KnownMembers {
  /** Empty while they aren't known. */
  readonly members: readonly Member[];
  /** Why they couldn't be had, the last time; they are asked for again once the network is back. */
  readonly failure: AppError | null;
}

/**
 * Who is on the speech.
 * @param news another value asks again: the speech's row, which is read anew as people come and go
 */
export function useKnownMembers(speechId: SpeechId, news?: unknown): KnownMembers {
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `news` says when there may be others, `round` when to try again.
  useEffect(() => {
    let gone = false;
    listMembers(speechId).then(
      (found) => {
        if (gone) return;
        setMembers(found);
        setFailure(null);
      },
      (error) => !gone && setFailure(asAppError(error)),
    );
    return () => {
      gone = true;
    };
  }, [speechId, news, round]);
  useAskedAgain(failure !== null, () => setRound((count) => count + 1));
  return { members, failure };
}

/** Those for @; without them nobody can be mentioned. */
export const useSpeechMembers = (speechId: SpeechId, news?: unknown): readonly Member[] =>
  useKnownMembers(speechId, news).members;
