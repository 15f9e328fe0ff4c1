import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SpeechEditor } from "@/components/editor/shell/speech-editor";
import { speechIdSchema } from "@/core/ids";
import type { Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import { currentPerson } from "@/server/auth/current-person";
import { isAppError } from "@/server/http/answer";
import { getRuntime } from "@/server/runtime";
import { requirePerson } from "../../require-person";

interface SpeechPageProps {
  readonly params: Promise<{ readonly speechId: string }>;
}

export async function generateMetadata({ params }: SpeechPageProps): Promise<Metadata> {
  const person = await currentPerson();
  const speech = person === null ? null : await findSpeech(person, (await params).speechId);
  return { title: speech?.title };
}

/** The editor. The text itself comes over the socket; this page brings who may see it and its settings. */
export default async function SpeechPage({ params }: SpeechPageProps) {
  const { speechId } = await params;
  const person = await requirePerson(`/speeches/${speechId}`);
  const speech = await findSpeech(person, speechId);
  if (speech === null) notFound();
  return <SpeechEditor key={speech.id} speech={speech} person={person} />;
}

/** Null for a speech that isn't there or isn't this person's; the two look the same from outside. */
async function findSpeech(person: Person, id: string): Promise<SpeechSummary | null> {
  const speechId = speechIdSchema.safeParse(id);
  if (!speechId.success) return null;
  try {
    return await getRuntime().speeches.get(person, speechId.data);
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") return null;
    throw error;
  }
}
