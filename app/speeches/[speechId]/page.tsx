import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SpeechEditor } from "@/components/editor/shell/speech-editor";
import { currentPerson } from "@/server/auth/current-person";
import { findSpeech, type SpeechPageProps } from "../../find-speech";
import { requirePerson } from "../../require-person";

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
