/** What a stopped server owed is made up for once another runs. */
import type { Logger } from "pino";
import type { SpeechId } from "@/core/ids";
import type { Clock } from "./services/clock";
import { makeUpPauses, type OwedPauses } from "./services/owed-pauses";
import { CLOSING_LIMIT_MS, reopenUnfinished, type UnfinishedClosings } from "./services/unfinished-closings";

interface MakeUpParts {
  readonly database: OwedPauses["database"];
  readonly rooms: OwedPauses["rooms"] & UnfinishedClosings["rooms"];
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Begins it; whatever goes wrong is logged and tried again at the next start. Returns how to stop. */
export function makeUp({ database, rooms, clock, logger }: MakeUpParts): () => void {
  const onFailure = (err: unknown, speechId?: SpeechId) =>
    logger.error({ err, speechId }, "what a stopped server owed isn't made up yet");
  const reopen = () => void reopenUnfinished({ database, rooms, clock }).catch(onFailure);
  reopen();
  void makeUpPauses({ database, rooms, onFailure }).catch(onFailure);
  // What another node left just now is too young at first.
  const later = setTimeout(reopen, CLOSING_LIMIT_MS + 10_000).unref();
  return () => clearTimeout(later);
}
