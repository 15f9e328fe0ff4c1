"use client";

import { useMemo } from "react";
import paper from "@/components/editor/shell/paper.module.css";
import { useMessages } from "@/components/messages/messages-provider";
import { numbersIn } from "@/components/versions/heading-numbers";
import { PlainBlock } from "@/components/versions/plain-block";
import type { DocumentNode } from "@/core/document/schema";
import { importFigures } from "@/core/import-figures";
import { plainText } from "@/core/review/plain-text";
import type { NumberingStyle } from "@/core/speech";
import classes from "./import.module.css";

/** The paper as it will be, with what is proposed in it accepted. */
export default function PreviewPaper({
  document,
  style,
}: {
  readonly document: DocumentNode;
  readonly style: NumberingStyle;
}) {
  const { imports: words } = useMessages();
  const { blocks, numbers, proposes } = useMemo(() => {
    const proposes = importFigures(document).suggestions > 0;
    const shown = proposes ? plainText(document) : document;
    return { blocks: shown.content ?? [], numbers: numbersIn(shown, style), proposes };
  }, [document, style]);
  return (
    <>
      {proposes && <p className={classes.accepted}>{words.previewAccepted}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={`${paper.types} ${classes.paper}`} aria-label={words.preview} tabIndex={0}>
        <div className={paper.page}>
          <div className="ProseMirror">
            {blocks.map((node, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a preview never changes.
              <PlainBlock key={index} node={node} number={numbers[index]} />
            ))}
          </div>
        </div>
      </section>
    </>
  );
}
