import { forbidden } from "next/navigation";
import { ReadingPage } from "@/components/reading/reading-page";
import { can } from "@/core/access";
import { getRuntime } from "@/server/runtime";
import { requireSpeech, type SpeechPageProps } from "../../../require-speech";

export { speechMetadata as generateMetadata } from "../../../require-speech";

/** Where a speech is read and signed, for whoever can be asked to. */
export default async function SpeechReadingPage(props: SpeechPageProps) {
  const { speech, person } = await requireSpeech(props, "/read");
  if (!can(speech.role, "sign-off")) forbidden();
  const settings = await getRuntime().readingSettings.get(person);
  return <ReadingPage key={speech.id} speech={speech} person={person} settings={settings} />;
}
