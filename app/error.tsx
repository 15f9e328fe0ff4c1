"use client";

import { useMessages } from "@/components/messages/messages-provider";
import { QuietNotice } from "@/components/shell/quiet-notice";
import classes from "@/components/shell/quiet-notice.module.css";

/** What the server or a component threw; the server has logged it, the person learns nothing of it. */
export default function PageError() {
  const { general } = useMessages();
  return (
    <main>
      <QuietNotice order={1} title={general.failureTitle} text={general.failureText}>
        <button type="button" className={classes.main} onClick={() => window.location.reload()}>
          {general.reload}
        </button>
      </QuietNotice>
    </main>
  );
}
