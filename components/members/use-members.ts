"use client";

import { useEffect, useState } from "react";
import type { Role } from "@/core/access";
import { type AppError, asAppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Member } from "@/core/speech";
import { addMember, changeMember, listMembers, removeMember } from "../api";
import { useAskedAgain } from "../use-asked-again";

/** The members of one speech and what changes them; each answer is the whole new list. */
export function useMembers(speechId: SpeechId) {
  const [members, setMembers] = useState<readonly Member[] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);

  /** Whether it worked; what went wrong is in `failure`. */
  const run = async (request: () => Promise<readonly Member[]>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      setMembers(await request());
      return true;
    } catch (error) {
      setFailure(asAppError(error));
      return false;
    } finally {
      setBusy(false);
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: run only sets state, and is new each render
  useEffect(() => {
    void run(() => listMembers(speechId));
  }, [speechId]);

  useAskedAgain(members === null && failure !== null, () => void run(() => listMembers(speechId)));

  return {
    members,
    failure,
    busy,
    add: (personId: PersonId, role: Role) => run(() => addMember(speechId, personId, role)),
    change: (personId: PersonId, role: Role) => run(() => changeMember(speechId, personId, role)),
    remove: (personId: PersonId) => run(() => removeMember(speechId, personId)),
  };
}
