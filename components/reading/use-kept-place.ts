"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";
import { findKeptPlace, type KeptPlace, showKeptPlace } from "./kept-place";

/**
 * Keeps what is read in sight when the type, the layout or the window become others: a tablet that is
 * turned shows the same sentence.
 * @param watch what lays out the text anew at the same size of the desk
 */
export function useKeptPlace(desk: RefObject<HTMLElement | null>, watch: readonly unknown[]): void {
  const place = useRef<KeptPlace | null>(null);
  /** Where the desk was scrolled to for the place: arriving there isn't reading on. */
  const put = useRef({ left: 0, top: 0 });
  const size = useRef({ width: 0, height: 0 });
  const show = useRef(() => {
    const area = desk.current;
    if (area === null) return;
    size.current = { width: area.clientWidth, height: area.clientHeight };
    showKeptPlace(area, place.current);
    put.current = { left: area.scrollLeft, top: area.scrollTop };
  });
  useLayoutEffect(() => {
    const area = desk.current;
    if (area === null) return;
    const remember = () => {
      // A desk of another size is scrolled by the browser before it is put right here.
      if (area.clientWidth !== size.current.width || area.clientHeight !== size.current.height) return;
      const { left, top } = put.current;
      if (Math.abs(area.scrollLeft - left) < 2 && Math.abs(area.scrollTop - top) < 2) return;
      put.current = { left: -2, top: -2 };
      place.current = findKeptPlace(area);
    };
    const resized = new ResizeObserver(show.current);
    resized.observe(area);
    area.addEventListener("scroll", remember, { passive: true });
    return () => {
      resized.disconnect();
      area.removeEventListener("scroll", remember);
    };
  }, [desk]);
  useLayoutEffect(() => show.current(), [...watch]);
}
