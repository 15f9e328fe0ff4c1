/** What a library threw at a message, as ours. */
import { AppError } from "@/core/errors";

/** JSON's errors quote what they couldn't read, which may be somebody's text: that stays out of the log. */
export function malformedBy(error: unknown): AppError {
  return new AppError("malformed-message", error instanceof SyntaxError ? "not JSON" : String(error));
}
