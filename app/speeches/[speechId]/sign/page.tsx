import { redirect } from "next/navigation";
import type { SpeechPageProps } from "../../../require-speech";

/** Signing is part of reading: links that were sent before still lead there. */
export default async function SpeechSignPage({ params }: SpeechPageProps) {
  redirect(`/speeches/${(await params).speechId}/read`);
}
