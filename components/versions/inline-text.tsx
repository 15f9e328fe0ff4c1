import { Fragment, type ReactNode, useContext } from "react";
import { COMMENT_MARK, SHOWN_THREAD_ATTRIBUTE } from "@/core/document/comment-mark";
import { CUE, CUE_SIGNS, isCueKind, PINYIN, STRESS } from "@/core/document/reading-aids";
import type { DocumentNode } from "@/core/document/schema";
import { DELETION, INSERTION } from "@/core/document/suggestion-marks";
import { type ShownThreads, ShownThreadsContext } from "./shown-threads";

/** A line's content: text with its looks, line breaks and cues. */
export function InlineText({ content }: { content: readonly DocumentNode[] }) {
  const threads = useContext(ShownThreadsContext);
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line that never change have nothing else.
  return content.map((node, index) => <Fragment key={index}>{piece(node, threads)}</Fragment>);
}

function piece(node: DocumentNode, threads: ShownThreads | null): ReactNode {
  if (node.type === "hardBreak") return <LineBreak />;
  if (node.type === CUE) return <CueSign kind={node.attrs?.kind} />;
  let text: ReactNode = node.text;
  for (const { type, attrs } of node.marks ?? []) {
    if (type === "bold") text = <strong>{text}</strong>;
    else if (type === "italic") text = <em>{text}</em>;
    else if (type === INSERTION || type === DELETION) text = <span data-proposed={type}>{text}</span>;
    else if (type === COMMENT_MARK && threads?.ids.has(String(attrs?.thread))) {
      const thread = String(attrs?.thread);
      text = (
        <span {...{ [SHOWN_THREAD_ATTRIBUTE]: thread }} data-active={thread === threads.active || undefined}>
          {text}
        </span>
      );
    } else if (type === STRESS) text = <span className="speech-stress">{text}</span>;
    else if (type === PINYIN) {
      text = (
        <span className="speech-pinyin" data-reading={String(attrs?.reading)}>
          {text}
        </span>
      );
    }
  }
  return text;
}

/** With a place for the sign that shows it where it came or went; see comparison.module.css. */
function LineBreak() {
  return (
    <>
      <span className="speech-line-break" />
      <br />
    </>
  );
}

function CueSign({ kind }: { kind: unknown }) {
  return <span className="speech-cue">{isCueKind(kind) ? CUE_SIGNS[kind] : ""}</span>;
}
