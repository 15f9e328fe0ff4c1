import { forbidden } from "next/navigation";
import { RecordPage } from "@/components/record/record-page";
import { can } from "@/core/access";
import { requireSpeech, type SpeechPageProps } from "../../../require-speech";

export { speechMetadata as generateMetadata } from "../../../require-speech";

/** The record of a speech, for whoever may see how it came about. */
export default async function SpeechRecordPage(props: SpeechPageProps) {
  const { speech, person } = await requireSpeech(props, "/record");
  if (!can(speech.role, "see-versions")) forbidden();
  return <RecordPage key={speech.id} speech={speech} person={person} />;
}
