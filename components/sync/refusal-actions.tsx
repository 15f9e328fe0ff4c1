"use client";

import { Button } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import type { CloseErrorCode } from "@/core/errors";
import type { SpeechConnection } from "./connection";

/** Refusals of this copy's text, which the server will repeat however often the page is loaded. */
const REFUSES_COPY: ReadonlySet<CloseErrorCode> = new Set([
  "forbidden",
  "content-not-allowed",
  "author-mismatch",
  "data-restored",
  "malformed-message",
  "unknown-message",
  "too-large",
]);

/** Refusals that end when somebody gives access back: then the page goes on where it is. */
const MAY_PASS: ReadonlySet<CloseErrorCode> = new Set(["forbidden", "not-found", "too-many-requests"]);

interface RefusalActionsProps {
  readonly connection: SpeechConnection;
  readonly refusal: CloseErrorCode;
}

/** What can be done about a refusal: try or load the page again, or go on with the server's document. */
export function RefusalActions({ connection, refusal }: RefusalActionsProps) {
  const { save } = useMessages().editor;
  const { tellFailure } = useNotice();
  const startOver = async () => {
    try {
      await connection.setCopyAside();
      window.location.reload();
    } catch {
      // No copy on this browser's disk: leaving this page would lose the text.
      tellFailure(save.notSetAside);
    }
  };
  return (
    <>
      {REFUSES_COPY.has(refusal) && (
        <Button size="compact-sm" variant="default" onClick={startOver}>
          {save.openServersText}
        </Button>
      )}
      {MAY_PASS.has(refusal) ? (
        <Button size="compact-sm" variant="default" onClick={() => connection.retry()}>
          {save.tryAgain}
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
          {save.reload}
        </Button>
      )}
    </>
  );
}
