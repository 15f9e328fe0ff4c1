import { Button } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";
import { QuietNotice } from "../shell/quiet-notice";

export interface SpeechListEmptyProps {
  readonly q: string;
  readonly archived: boolean;
  readonly onCreate: () => void;
  readonly onClear: () => void;
}

/** Why there are no rows, and the way on. */
export function SpeechListEmpty({ q, archived, onCreate, onClear }: SpeechListEmptyProps) {
  const { home } = useMessages();
  if (q !== "") {
    return (
      <QuietNotice order={2} title={home.nothingFoundTitle(q)} text={home.nothingFoundText}>
        <Button variant="default" onClick={onClear}>
          {home.clearSearch}
        </Button>
      </QuietNotice>
    );
  }
  if (archived) return <QuietNotice order={2} title={home.emptyArchiveTitle} text={home.emptyArchiveText} />;
  return (
    <QuietNotice order={2} title={home.emptyTitle} text={home.emptyText}>
      <Button onClick={onCreate}>{home.newSpeech}</Button>
    </QuietNotice>
  );
}
