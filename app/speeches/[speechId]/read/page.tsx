import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { ReadingPage } from "@/components/reading/reading-page";
import { can } from "@/core/access";
import { currentPerson } from "@/server/auth/current-person";
import { getRuntime } from "@/server/runtime";
import { findSpeech, type SpeechPageProps } from "../../../find-speech";
import { requirePerson } from "../../../require-person";

export async function generateMetadata({ params }: SpeechPageProps): Promise<Metadata> {
  const person = await currentPerson();
  const speech = person === null ? null : await findSpeech(person, (await params).speechId);
  return { title: speech?.title };
}

/** Where a speech is read and signed, for whoever can be asked to. */
export default async function SpeechReadingPage({ params }: SpeechPageProps) {
  const { speechId } = await params;
  const person = await requirePerson(`/speeches/${speechId}/read`);
  const speech = await findSpeech(person, speechId);
  if (speech === null) notFound();
  if (!can(speech.role, "sign-off")) forbidden();
  const settings = await getRuntime().readingSettings.get(person);
  return <ReadingPage key={speech.id} speech={speech} person={person} settings={settings} />;
}
