import { forbidden } from "next/navigation";
import { VersionsPage } from "@/components/versions/versions-page";
import { can } from "@/core/access";
import { requireSpeech, type SpeechPageProps } from "../../../require-speech";

export { speechMetadata as generateMetadata } from "../../../require-speech";

/** The versions of a speech, for whoever may see how it came about. */
export default async function SpeechVersionsPage(props: SpeechPageProps) {
  const { speech, person } = await requireSpeech(props, "/versions");
  if (!can(speech.role, "see-versions")) forbidden();
  return <VersionsPage key={speech.id} speech={speech} person={person} />;
}
