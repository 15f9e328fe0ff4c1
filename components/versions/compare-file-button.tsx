import { Button, type ButtonProps, FileButton } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import { IMPORT_ENDINGS } from "@/core/import-format";

interface CompareFileButtonProps extends Omit<ButtonProps, "onChange"> {
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** The system's own dialog, for one file that is compared. */
export function CompareFileButton({ onFile, children, ...look }: CompareFileButtonProps) {
  const forget = useRef<() => void>(null);
  const choose = (file: File | null) => {
    if (file === null) return;
    onFile(file);
    // Chosen again, after it was changed, the same one would be no news to the browser.
    forget.current?.();
  };
  return (
    <FileButton accept={IMPORT_ENDINGS.join(",")} resetRef={forget} onChange={choose}>
      {(props) => (
        <Button size="xs" variant="default" {...look} {...props}>
          {children}
        </Button>
      )}
    </FileButton>
  );
}
