"use client";

import { type KeyboardEvent, memo, type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import paper from "@/components/editor/shell/paper.module.css";
import { BlockElement } from "@/components/versions/block-element";
import { numbersIn } from "@/components/versions/heading-numbers";
import { InlineText } from "@/components/versions/inline-text";
import { InlineReader } from "@/core/compare/inline";
import { isLineName } from "@/core/document/node-names";
import type { DocumentNode } from "@/core/document/schema";
import type { Place, ReadingPlace } from "@/core/review/reading-place";
import type { NumberingStyle } from "@/core/speech";
import { textBlocks } from "@/core/text/text-blocks";
import classes from "./reading-text.module.css";
import { type Sentence, sentencesOf } from "./sentence";
import { TitleLines } from "./title-lines";

interface ReadingTextProps {
  /** Without marks for reading aloud. */
  readonly document: DocumentNode;
  readonly style: NumberingStyle;
  readonly label: string;
  readonly chosen: Place | null;
  /** Blocks that others changed while the text was read. */
  readonly changed: readonly number[];
  /** Passages that the reader has remarked on. */
  readonly noted: readonly Place[];
  /** Null where sentences can't be chosen. */
  readonly onChoose: ((place: ReadingPlace | null, byKey?: boolean) => void) | null;
  /** Enter on the chosen passage. */
  readonly onEnter: () => void;
  readonly focusRef: RefObject<HTMLDivElement | null>;
}

/**
 * The speech in sentences that can be chosen by a tap, or with the keyboard: Enter, then the arrows, Enter again for what
 * is said of the chosen one, Escape.
 */
export const ReadingText = memo(function ReadingText(props: ReadingTextProps) {
  const { document, style, label, chosen, onChoose, onEnter, focusRef } = props;
  const blocks = useMemo(() => textBlocks(document), [document]);
  const numbers = numbersIn(document, style);
  // Below the page's own heading, without a level left out.
  const topLevel = document.content?.some(({ type }) => type === "title") ? 2 : 1;
  const index = useMemo(() => new Map(blocks.map(({ node }, at) => [node, at])), [blocks]);
  const draw = (node: DocumentNode, key: number, number?: string | null): ReactNode => {
    const at = index.get(node);
    return (
      <BlockElement key={key} shape={node} number={number} topLevel={topLevel}>
        {isLineName(node.type) && at !== undefined ? (
          <Line {...props} node={node} block={at} text={blocks[at]?.text ?? ""} />
        ) : (
          node.content?.map((child, place) => draw(child, place))
        )}
      </BlockElement>
    );
  };
  const all = useMemo(
    () =>
      blocks.flatMap(({ text }, block) =>
        sentencesOf(text)
          .filter(({ from, to }) => text.slice(from, to).trim() !== "")
          .map((sentence) => ({ block, text, ...sentence })),
      ),
    [blocks],
  );
  /** Where the keys go on once nothing is chosen any more. */
  const last = useRef<Place | null>(null);
  useEffect(() => {
    last.current = chosen ?? last.current;
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (onChoose === null) return;
    if (event.key === "Escape") return onChoose(null);
    const step = { Enter: 0, ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step === undefined || (chosen === null && step !== 0)) return;
    event.preventDefault();
    if (chosen !== null && step === 0) return onEnter();
    const place = chosen ?? last.current;
    const at = place === null ? -1 : all.findIndex((sentence) => isIn(place, sentence.block, sentence));
    const next = all[Math.max(0, at + step)];
    if (next === undefined) return;
    // Before the sheet chooses its side by where it stands.
    const line = event.currentTarget.querySelector(`[data-block="${next.block}"]`);
    line?.querySelector(`[data-from="${next.from}"]`)?.scrollIntoView({ block: "nearest" });
    onChoose(next, true);
  };
  return (
    <article className={`${paper.types} ${paper.page} ${classes.text}`} aria-label={label}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: text that is read, not a control. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard's way to a sentence begins here. */}
      <div className="ProseMirror" tabIndex={0} ref={focusRef} onKeyDown={onKeyDown}>
        {document.content?.map((node, at) => draw(node, at, numbers[at]))}
      </div>
    </article>
  );
});

interface LineProps extends ReadingTextProps {
  readonly node: DocumentNode;
  readonly block: number;
  readonly text: string;
}

function Line({ node, block, text, chosen, changed, noted, onChoose }: LineProps) {
  if (text === "") return <br />;
  const line = new InlineReader(node.content ?? []);
  const sentences = sentencesOf(text).map((sentence) => ({
    sentence,
    content: line.take(sentence.to - sentence.from),
  }));
  const isRunIn = node.attrs?.runIn === true;
  return (
    <span data-block={block} data-changed={changed.includes(block) || undefined} className={classes.line}>
      {sentences.map(({ sentence, content }, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard goes through the text's own keys.
        // biome-ignore lint/a11y/noStaticElementInteractions: text that is read, not a row of buttons.
        <span
          key={sentence.from}
          data-from={sentence.from}
          data-chosen={(chosen !== null && isIn(chosen, block, sentence)) || undefined}
          data-noted={noted.some((place) => isIn(place, block, sentence)) || undefined}
          className={isRunIn && at === 0 ? `${classes.sentence} speech-lead` : classes.sentence}
          onClick={({ currentTarget }) => {
            if (isSelected(currentTarget)) return;
            onChoose?.(
              chosen !== null && isIn(chosen, block, sentence) ? null : { block, text, ...sentence },
            );
          }}
        >
          {node.type === "title" ? <TitleLines content={content} /> : <InlineText content={content} />}
        </span>
      ))}
    </span>
  );
}

/** The click that ends a selection made by mouse: what is selected is chosen already, and not the sentence. */
function isSelected(sentence: Element): boolean {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(sentence, true);
}

function isIn(place: Place, block: number, { from, to }: Sentence): boolean {
  return place.block === block && place.from < to && place.to > from;
}
