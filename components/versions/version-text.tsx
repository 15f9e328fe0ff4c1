"use client";

import { ActionIcon, Button, Checkbox } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { type RefObject, useMemo, useRef, useState } from "react";
import * as api from "@/components/api/versions";
import paper from "@/components/editor/shell/paper.module.css";
import { useMessages } from "@/components/messages/messages-provider";
import { useLoaded } from "@/components/use-loaded";
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle, SpeechSummary } from "@/core/speech";
import type { Version } from "@/core/version";
import type { Restore } from "@/core/version-requests";
import { copyPassage } from "./copy-passage";
import { numbersIn } from "./heading-numbers";
import { PlainBlock } from "./plain-block";
import { RestoreDialog } from "./restore-dialog";
import { ShownThreadsContext } from "./shown-threads";
import { usePointedOut } from "./use-pointed-out";
import { VersionComments } from "./version-comments";
import classes from "./version-text.module.css";
import { Waiting } from "./waiting";

interface VersionTextProps {
  readonly speech: SpeechSummary;
  readonly version: Version;
  /** What is pointed out in it; empty for nothing. */
  readonly passage: string;
  /** Whether the reader may bring it back. */
  readonly mayRestore: boolean;
  readonly onRestored: (restored: api.Restored) => void;
}

/** A version as a page to read and to copy from; each of its paragraphs and parts can be brought back. */
export function VersionText({ speech, version, passage, mayRestore, onRestored }: VersionTextProps) {
  const words = useMessages().versions;
  const page = useRef<HTMLDivElement>(null);
  usePointedOut(page, passage, version.id);
  const [restoring, setRestoring] = useState<{ blocks: Restore["blocks"] } | null>(null);
  const [withComments, setWithComments] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const threads = useLoaded(withComments ? version.id : "", async (signal) =>
    withComments ? api.readVersionThreads(speech.id, version.id, signal) : [],
  );
  const shown = useMemo(
    () => (withComments ? { ids: new Set<string>(threads.value?.map(({ id }) => id)), active } : null),
    [withComments, threads.value, active],
  );
  return (
    <div className={classes.beside} data-comments={withComments || undefined}>
      <div className={classes.textActions}>
        <Checkbox
          size="xs"
          label={words.showComments}
          checked={withComments}
          onChange={(event) => setWithComments(event.currentTarget.checked)}
        />
        {mayRestore && (
          <Button size="xs" variant="default" onClick={() => setRestoring({ blocks: undefined })}>
            {words.restore}
          </Button>
        )}
      </div>
      <ShownThreadsContext value={shown}>
        <Page
          page={page}
          document={version.document}
          style={version.numberingStyle}
          onRestore={mayRestore ? (blocks) => setRestoring({ blocks }) : undefined}
        />
      </ShownThreadsContext>
      {withComments && (
        <aside className={classes.comments}>
          {threads.value === null ? (
            <Waiting failure={threads.failure} reload={threads.reload} height={120} />
          ) : (
            <VersionComments
              version={version}
              threads={threads.value}
              active={active}
              onActivate={setActive}
              page={page}
            />
          )}
        </aside>
      )}
      {restoring !== null && (
        <RestoreDialog
          speech={speech}
          version={version}
          blocks={restoring.blocks}
          onClose={() => setRestoring(null)}
          onRestored={onRestored}
        />
      )}
    </div>
  );
}

interface PageProps {
  readonly page: RefObject<HTMLDivElement | null>;
  readonly document: DocumentNode;
  readonly style: NumberingStyle;
  readonly onRestore?: (blocks: NonNullable<Restore["blocks"]>) => void;
}

function Page({ page, document, style, onRestore }: PageProps) {
  const words = useMessages().versions;
  const blocks = document.content ?? [];
  const numbers = numbersIn(document, style);
  return (
    <article className={paper.sheet}>
      <div className={paper.page}>
        <div className={`ProseMirror ${classes.read}`} ref={page} onCopy={copyPassage}>
          {blocks.map((node, index) => {
            const label = node.type === "heading" ? words.restorePart : words.restoreBlock;
            const button = onRestore && (
              <ActionIcon
                className={classes.restoreBlock}
                variant="default"
                size={26}
                aria-label={label}
                title={label}
                onClick={() => onRestore({ start: index, end: partEnd(blocks, index) })}
              >
                <IconRestore size={15} stroke={1.6} aria-hidden />
              </ActionIcon>
            );
            const block = { node, number: numbers[index] };
            return holdsButton(node) ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: a kept text never changes.
              <PlainBlock key={index} {...block}>
                {button}
              </PlainBlock>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: a kept text never changes.
              <div key={index}>
                <PlainBlock {...block} />
                {button}
              </div>
            );
          })}
        </div>
      </div>
    </article>
  );
}

/** Lists and tables have no place for a button in them. */
const holdsButton = ({ type }: DocumentNode) => isLineName(type) || type === "quotation";

/** Index after the part that the heading at `index` begins; after the block itself for any other. */
function partEnd(blocks: readonly DocumentNode[], index: number): number {
  const first = blocks[index];
  if (first?.type !== "heading") return index + 1;
  const level = Number(first.attrs?.level ?? 1);
  const next = blocks.findIndex(
    ({ type, attrs }, at) =>
      at > index && (type === "title" || (type === "heading" && Number(attrs?.level ?? 1) <= level)),
  );
  return next === -1 ? blocks.length : next;
}
