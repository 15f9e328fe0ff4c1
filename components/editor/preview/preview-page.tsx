"use client";

import { useEffect, useRef, useState } from "react";
import type { PreviewLayout } from "@/core/preview";
import type { NearPages } from "./near-pages";
import type { PagePictures } from "./page-pictures";
import classes from "./preview.module.css";

interface PreviewPageProps {
  readonly layout: PreviewLayout;
  /** Null while the server hasn't drawn it as it is now. */
  readonly hash: string | null;
  /** From 0. */
  readonly number: number;
  readonly near: NearPages;
  /** A new value with every answer of the server's: then what failed is tried again. */
  readonly answer: unknown;
  readonly pictures: PagePictures;
  readonly label: string;
  /** The server has another list of pages by now, or can't be asked. */
  readonly onMissing: () => void;
  /** It should be drawn. */
  readonly onUndrawn: () => void;
}

/** One page, loaded when it comes near. What it showed stays until what replaces it is ready. */
export function PreviewPage({
  layout,
  hash,
  number,
  near,
  answer,
  pictures,
  label,
  onMissing,
  onUndrawn,
}: PreviewPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(sheet, near, number);
  const [failed, setFailed] = useState<string | null>(null);
  const attempt = hash !== null && failed === hash ? answer : null;
  useEffect(() => {
    if (!isNear) {
      sheet.current?.replaceChildren();
      return;
    }
    if (hash === null) return;
    let isCurrent = true;
    pictures
      .picture({ layout, hash }, () => isCurrent)
      .then(
        (picture) => {
          if (!isCurrent) return;
          sheet.current?.replaceChildren(picture);
          setFailed(null);
        },
        () => {
          if (!isCurrent) return;
          setFailed(hash);
          // What fails again with a new list fails until another picture takes its place.
          if (attempt === null) onMissing();
        },
      );
    return () => {
      isCurrent = false;
    };
  }, [isNear, pictures, layout, hash, attempt, onMissing]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer to an earlier question may not have it either.
  useEffect(() => {
    if (isNear && hash === null) onUndrawn();
  }, [isNear, hash, answer, onUndrawn]);
  return <div ref={sheet} className={classes.sheet} role="img" aria-label={label} data-page={hash ?? ""} />;
}

/** Whether a page is in sight, or about to be; `near` knows it too. */
function useIsNear(sheet: React.RefObject<HTMLElement | null>, near: NearPages, number: number): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (sheet.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const isIn = entries.at(-1)?.isIntersecting === true;
        near.set(number, isIn);
        setNear(isIn);
      },
      { root: sheet.current.closest("[data-preview-pages]"), rootMargin: "60% 0px" },
    );
    observer.observe(sheet.current);
    return () => {
      observer.disconnect();
      near.set(number, false);
    };
  }, [sheet, near, number]);
  return isNear;
}
