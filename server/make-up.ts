/** What a stopped server owed is made up for once another runs, and what failed half way while this one does. */
import type { SpeechId } from "@/core/ids";
import type { Clock } from "./services/clock";
import { makeUpPauses, type OwedPauses } from "./services/owed-pauses";
import type { ServiceLogger } from "./services/ports";
import { CLOSING_LIMIT_MS, reopenUnfinished, type UnfinishedClosings } from "./services/unfinished-closings";

interface MakeUpParts {
  readonly database: OwedPauses["database"];
  readonly rooms: OwedPauses["rooms"] & UnfinishedClosings["rooms"];
  readonly bell: UnfinishedClosings["bell"];
  readonly clock: Clock;
  readonly makeUpPause: UnfinishedClosings["makeUpPause"];
  readonly logger: ServiceLogger;
}

/** Begins it; whatever goes wrong is logged and tried again, the pauses at the next start. Returns how to stop. */
export function makeUp({ database, rooms, bell, clock, logger, makeUpPause }: MakeUpParts): () => void {
  const onFailure = (err: unknown, speechId?: SpeechId) =>
    logger.error({ err, speechId }, "what a stopped server owed isn't made up yet");
  const reopen = (atStart: boolean) =>
    void reopenUnfinished({ database, rooms, bell, clock, makeUpPause }, { atStart }).catch(onFailure);
  reopen(true);
  void makeUpPauses({ database, rooms, onFailure }).catch(onFailure);
  // What another node left just now is too young at first; what failed here may have failed to be taken back, too.
  const regularly = setInterval(() => reopen(false), CLOSING_LIMIT_MS).unref();
  return () => clearInterval(regularly);
}
