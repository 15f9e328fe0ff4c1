import { Button, type ButtonProps, FileButton } from "@mantine/core";
import type { ReactNode } from "react";
import { IMPORT_ENDINGS } from "@/core/import-format";

interface CompareFileButtonProps extends Omit<ButtonProps, "onChange"> {
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** The system's own dialog, for one file that is compared. */
export function CompareFileButton({ onFile, children, ...look }: CompareFileButtonProps) {
  return (
    <FileButton accept={IMPORT_ENDINGS.join(",")} onChange={(file) => file !== null && onFile(file)}>
      {(props) => (
        <Button size="xs" variant="default" {...look} {...props}>
          {children}
        </Button>
      )}
    </FileButton>
  );
}
