"use client";

import { type CSSProperties, useLayoutEffect, useRef } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { placeOnPaper } from "@/core/preview";
import { useWorkspace } from "../shell/workspace-context";
import type { NearPages } from "./near-pages";
import type { PagePictures } from "./page-pictures";
import classes from "./preview.module.css";
import { PreviewPage } from "./preview-page";
import type { ShownPreview } from "./preview-store";

interface PreviewPagesProps {
  readonly shown: ShownPreview;
  readonly pictures: PagePictures;
  readonly near: NearPages;
  readonly onMissing: () => void;
  readonly onUndrawn: () => void;
}

/** Above the caret's line there's so much of what is in sight. */
const ABOVE = 0.35;

/** The pages below each other. They begin at the caret; afterwards nobody but the reader moves them. */
export function PreviewPages({ shown, pictures, near, onMissing, onUndrawn }: PreviewPagesProps) {
  const { layout, preview } = shown;
  const words = useMessages().preview;
  const { editor } = useWorkspace();
  const desk = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once.
  useLayoutEffect(() => {
    const place = placeOnPaper(preview.places, editor.state.selection.from);
    const page = list.current?.children[Math.floor(place ?? 0)];
    if (place === null || desk.current === null || !(page instanceof HTMLElement)) return;
    const line = page.offsetTop + (place % 1) * page.offsetHeight;
    desk.current.scrollTop = line - desk.current.clientHeight * ABOVE;
  }, []);
  const { width, height } = preview.page;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it, so it takes the focus.
    <section ref={desk} className={classes.pages} data-preview-pages aria-label={words.list} tabIndex={0}>
      <ol ref={list} style={{ "--page-ratio": `${width} / ${height}` } as CSSProperties}>
        {preview.pages.map((hash, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number.
          <li key={index}>
            <PreviewPage
              layout={layout}
              hash={hash}
              number={index}
              near={near}
              answer={shown}
              pictures={pictures}
              label={words.page(index + 1, preview.pages.length)}
              onMissing={onMissing}
              onUndrawn={onUndrawn}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}
