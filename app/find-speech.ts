import { speechIdSchema } from "@/core/ids";
import type { Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import { isAppError } from "@/server/http/answer";
import { getRuntime } from "@/server/runtime";

/** What every page under a speech's address is given. */
export interface SpeechPageProps {
  readonly params: Promise<{ readonly speechId: string }>;
}

/** Null for a speech that isn't there or isn't this person's; the two look the same from outside. */
export async function findSpeech(person: Person, id: string): Promise<SpeechSummary | null> {
  const speechId = speechIdSchema.safeParse(id);
  if (!speechId.success) return null;
  try {
    return await getRuntime().speeches.get(person, speechId.data);
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") return null;
    throw error;
  }
}
