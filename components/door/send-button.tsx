"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import classes from "./door-page.module.css";

interface SendButtonProps {
  readonly busy: boolean;
  readonly children: ReactNode;
}

/**
 * Sends a form that comes from the server, and looks the same before its script has come. Pressed then, or Enter in a
 * field, it would load the page anew, without what was typed and without where it was to lead.
 */
export function SendButton({ busy, children }: SendButtonProps) {
  const [ready, setReady] = useState(false);
  // Behind what takes in early input: the forms' own effects run before this is drawn again.
  useEffect(() => setReady(true), []);
  return (
    <Button type="submit" className={classes.send} loading={busy} disabled={!ready} mt="xs" fullWidth>
      {children}
    </Button>
  );
}
