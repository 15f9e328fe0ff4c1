import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { speechIdSchema } from "@/core/ids";
import type { Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import { isAppError } from "@/server/http/answer";
import { getRuntime } from "@/server/runtime";
import { addressOf, personOfRequest, requirePerson, type SearchParams } from "./require-person";

/** What every page under a speech's address is given. */
export interface SpeechPageProps {
  readonly params: Promise<{ readonly speechId: string }>;
  readonly searchParams: SearchParams;
}

/**
 * Null for a speech that isn't there or isn't this person's; the two look the same from outside.
 * Asked by a page and for its title in the same request; answered once.
 */
const findSpeech = cache(async (person: Person, id: string): Promise<SpeechSummary | null> => {
  const speechId = speechIdSchema.safeParse(id);
  if (!speechId.success) return null;
  try {
    return await getRuntime().speeches.get(person, speechId.data);
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") return null;
    throw error;
  }
});

/** What a page under a speech's address is called; nothing to whoever isn't on the speech. */
export async function speechMetadata({ params }: Pick<SpeechPageProps, "params">): Promise<Metadata> {
  const person = await personOfRequest();
  const speech = person === null ? null : await findSpeech(person, (await params).speechId);
  // A title of undefined would take the place of the default one.
  return speech === null ? {} : { title: speech.title };
}

/**
 * The speech of a page and who opens it, led elsewhere as by `requirePerson`; whoever isn't on the speech is
 * told that there is no such page. `below` is what of the page's address follows the speech's, such as `/read`.
 */
export async function requireSpeech(
  { params, searchParams }: SpeechPageProps,
  below = "",
): Promise<{ readonly speech: SpeechSummary; readonly person: Person }> {
  const { speechId } = await params;
  const person = await requirePerson(await addressOf(`/speeches/${speechId}${below}`, searchParams));
  const speech = await findSpeech(person, speechId);
  if (speech === null) notFound();
  return { speech, person };
}
