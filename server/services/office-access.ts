/** What of the access table doesn't hang on a speech, as a check. */
import { canInOffice, type OfficeAction } from "@/core/access";
import { AppError } from "@/core/errors";
import type { Person } from "@/core/person";

/** Throws `forbidden` unless the person may do this in the office. */
export function requireInOffice(actor: Person, action: OfficeAction): void {
  if (!canInOffice(actor, action)) throw new AppError("forbidden");
}
