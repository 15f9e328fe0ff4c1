import { Button, FileButton } from "@mantine/core";
import { type DragEvent, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { IMPORT_ENDINGS } from "@/core/import-format";
import classes from "./import.module.css";

/** A place to drop files on, with the way to the system's own dialog; one line once there are some. */
export function FilePicker({
  compact,
  onFiles,
}: {
  readonly compact: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}) {
  const { imports: words } = useMessages();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first.
    <div
      className={classes.picker}
      data-compact={compact || undefined}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span>{words.dropHere}</span>
      <FileButton multiple accept={IMPORT_ENDINGS.join(",")} onChange={onFiles}>
        {(props) => (
          <Button {...props} variant="default" size="xs" data-autofocus>
            {compact ? words.chooseMore : words.choose}
          </Button>
        )}
      </FileButton>
      {!compact && <small>{words.formats}</small>}
    </div>
  );
}
