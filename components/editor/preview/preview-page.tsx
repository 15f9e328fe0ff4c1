"use client";

import { useEffect, useRef, useState } from "react";
import type { PageName, PagePictures } from "./page-pictures";
import classes from "./preview.module.css";

interface PreviewPageProps {
  readonly page: PageName;
  /** A new value with every answer of the server's: then what failed is tried again. */
  readonly answer: unknown;
  readonly pictures: PagePictures;
  readonly label: string;
  /** The server has another list of pages by now, or can't be asked. */
  readonly onMissing: () => void;
}

/** One page, loaded when it comes near. What it showed stays until what replaces it is ready. */
export function PreviewPage({
  page: { layout, hash },
  answer,
  pictures,
  label,
  onMissing,
}: PreviewPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(sheet);
  const [failed, setFailed] = useState(false);
  const attempt = failed ? answer : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` says when to try again.
  useEffect(() => {
    if (!isNear) {
      sheet.current?.replaceChildren();
      return;
    }
    let isCurrent = true;
    pictures
      .picture({ layout, hash }, () => isCurrent)
      .then(
        (picture) => {
          if (!isCurrent) return;
          sheet.current?.replaceChildren(picture);
          setFailed(false);
        },
        () => {
          if (!isCurrent) return;
          setFailed(true);
          onMissing();
        },
      );
    return () => {
      isCurrent = false;
    };
  }, [isNear, pictures, layout, hash, attempt, onMissing]);
  return <div ref={sheet} className={classes.sheet} role="img" aria-label={label} data-page={hash} />;
}

/** Whether an element is in sight, or about to be. */
function useIsNear(element: React.RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      root: element.current.closest("[data-preview-pages]"),
      rootMargin: "60% 0px",
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
