"use client";

import { Button, Skeleton } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import type { AppError } from "@/core/errors";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { keepLayout } from "./kept-layout";
import classes from "./preview.module.css";
import { PreviewHead } from "./preview-head";
import { PreviewPages } from "./preview-pages";
import { usePreview } from "./use-preview";

/** The pages as they'd print, following the text. */
export default function PreviewPanel() {
  const words = useMessages().preview;
  const { connection, settings } = useWorkspace();
  const { store, state, pictures, near } = usePreview();
  const { layout, shown, failure } = state;
  const isOffline = useConnectionFact(connection, ({ save }) => save.kind === "offline");
  return (
    <div className={classes.panel}>
      <PreviewHead
        layout={layout}
        preview={shown?.layout === layout ? shown.preview : null}
        onLayout={(chosen) => {
          keepLayout(settings.speech.id, chosen);
          store.choose(chosen);
        }}
      />
      {isOffline ? (
        <p className={classes.note} role="status">
          {words.offline}
        </p>
      ) : (
        <Failure failure={failure} onRetry={store.ask} />
      )}
      {shown === null ? (
        <div className={classes.pages} aria-busy={failure === null}>
          {failure === null && !isOffline && <Skeleton className={classes.sheet} radius={0} />}
        </div>
      ) : (
        <PreviewPages
          key={shown.layout}
          shown={shown}
          pictures={pictures}
          near={near}
          onMissing={store.changed}
          onUndrawn={store.undrawn}
        />
      )}
    </div>
  );
}

function Failure({ failure, onRetry }: { readonly failure: AppError | null; readonly onRetry: () => void }) {
  const { preview: words, errors } = useMessages();
  if (failure === null) return null;
  if (failure.code === "invalid-input") {
    return (
      <p className={classes.note} role="alert">
        {words.styleGone}
      </p>
    );
  }
  return (
    <div className={classes.note} role="alert">
      <span>{words.failed(errors[failure.code])}</span>
      <Button flex="none" variant="default" size="compact-xs" onClick={onRetry}>
        {words.retry}
      </Button>
    </div>
  );
}
