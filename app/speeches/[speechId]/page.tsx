import { SpeechEditor } from "@/components/editor/shell/speech-editor";
import { requireSpeech, type SpeechPageProps } from "../../require-speech";

export { speechMetadata as generateMetadata } from "../../require-speech";

/** The editor. The text itself comes over the socket; this page brings who may see it and its settings. */
export default async function SpeechPage(props: SpeechPageProps) {
  const { speech, person } = await requireSpeech(props);
  return <SpeechEditor key={speech.id} speech={speech} person={person} />;
}
