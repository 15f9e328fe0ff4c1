"use client";

import { Button } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { QuietNotice } from "@/components/shell/quiet-notice";

/** What the server or a component threw; the server has logged it, the person learns nothing of it. */
export default function PageError() {
  const { general } = useMessages();
  return (
    <main>
      <QuietNotice order={1} title={general.failureTitle} text={general.failureText}>
        <Button onClick={() => window.location.reload()}>{general.reload}</Button>
      </QuietNotice>
    </main>
  );
}
