import { Button, FileButton } from "@mantine/core";
import { useRef } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { IMPORT_ENDINGS } from "@/core/import-format";
import classes from "./import.module.css";

interface FilePickerProps {
  readonly compact: boolean;
  /** Files are being dragged over the page, which takes them wherever they are let go. */
  readonly over: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Invites to drop files, with the way to the system's own dialog; one line once there are some. */
export function FilePicker({ compact, over, onFiles }: FilePickerProps) {
  const { imports: words } = useMessages();
  const forget = useRef<() => void>(null);
  const choose = (files: readonly File[]) => {
    onFiles(files);
    // Chosen again, after it was changed, the same one would be no news to the browser.
    forget.current?.();
  };
  return (
    <div className={classes.picker} data-compact={compact || undefined} data-over={over || undefined}>
      <span>{words.dropHere}</span>
      <FileButton multiple accept={IMPORT_ENDINGS.join(",")} resetRef={forget} onChange={choose}>
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
