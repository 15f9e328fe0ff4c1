"use client";

import { useEffect, useState } from "react";
import type { Role } from "@/core/access";
import { type AppError, asAppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import type { Member } from "@/core/speech";
import { addMember, changeMember, listMembers, removeMember } from "../api";
import { useNotice } from "../shell/use-notice";
import { useAskedAgain } from "../use-asked-again";
import { useIsHere } from "../use-is-here";

/** The members of one speech and what changes them; each answer is the whole new list. */
export function useMembers(speechId: SpeechId) {
  const [members, setMembers] = useState<readonly Member[] | null>(null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const isHere = useIsHere();
  const notice = useNotice();

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

  /** As `run`; the dialog may be closed meanwhile, and what wasn't changed has to be told all the same. */
  const change = (request: () => Promise<readonly Member[]>) =>
    run(async () => {
      try {
        return await request();
      } catch (error) {
        if (!isHere()) notice.fail(error);
        throw error;
      }
    });

  // biome-ignore lint/correctness/useExhaustiveDependencies: run only sets state, and is new each render
  useEffect(() => {
    void run(() => listMembers(speechId));
  }, [speechId]);

  useAskedAgain(members === null && failure !== null, () => void run(() => listMembers(speechId)));

  return {
    members,
    failure,
    busy,
    add: (personId: PersonId, role: Role) => change(() => addMember(speechId, personId, role)),
    change: (personId: PersonId, role: Role) => change(() => changeMember(speechId, personId, role)),
    remove: (personId: PersonId) => change(() => removeMember(speechId, personId)),
  };
}
