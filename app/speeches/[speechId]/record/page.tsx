import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { RecordPage } from "@/components/record/record-page";
import { can } from "@/core/access";
import { currentPerson } from "@/server/auth/current-person";
import { findSpeech, type SpeechPageProps } from "../../../find-speech";
import { requirePerson } from "../../../require-person";

export async function generateMetadata({ params }: SpeechPageProps): Promise<Metadata> {
  const person = await currentPerson();
  const speech = person === null ? null : await findSpeech(person, (await params).speechId);
  return { title: speech?.title };
}

/** The record of a speech, for whoever may see how it came about. */
export default async function SpeechRecordPage({ params }: SpeechPageProps) {
  const { speechId } = await params;
  const person = await requirePerson(`/speeches/${speechId}/record`);
  const speech = await findSpeech(person, speechId);
  if (speech === null) notFound();
  if (!can(speech.role, "see-versions")) forbidden();
  return <RecordPage key={speech.id} speech={speech} />;
}
