/**
 * What is written into the text for a row comes before the row is stored, and so before the last word on whether its
 * writer still may. A refusal takes it out again: in the text alone it would be nobody's to find or to answer.
 */
import { AppError, type ErrorCode } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import type { ServiceLogger } from "./ports";

/** By these a service says no, and nothing was stored. After any other failure that isn't known. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  "forbidden",
  "not-found",
  "conflict",
  "invalid-input",
  "too-large",
]);

interface Undoing {
  readonly speechId: SpeechId;
  /** Also by the same request, sent twice in one moment. */
  isStored(): Promise<boolean>;
  takeOut(): Promise<unknown>;
  /** What was written is this request's alone: the same one, sent twice in one moment, stored another. */
  readonly isOwn?: boolean;
}

/**
 * Resolves and rejects as `store`, which is one transaction; what it left without a row is taken out of the text. A
 * failure that is no refusal leaves the text as it is: the request comes again under the same id.
 */
export async function storedOrTakenOut<Result>(
  store: () => Promise<Result>,
  undoing: Undoing,
  logger: ServiceLogger,
): Promise<Result> {
  const clear = () =>
    takenOut(undoing).catch((error: unknown) => {
      // What was asked is answered by `store`: not by a text that can't be changed now, or a database that is gone.
      logger.error({ err: error, speechId: undoing.speechId }, "a mark without its row stays in the text");
    });
  try {
    const result = await store();
    if (undoing.isOwn === true) await clear();
    return result;
  } catch (error) {
    if (error instanceof AppError && REFUSALS.has(error.code)) await clear();
    throw error;
  }
}

async function takenOut({ isStored, takeOut }: Undoing): Promise<void> {
  if (!(await isStored())) await takeOut();
}
