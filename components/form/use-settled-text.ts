"use client";

import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from "react";

const SETTLE_MS = 250;

/**
 * A search box's text as typed, and `settled`: the text to search for, once typing has paused and no
 * composition is open. Half-typed pinyin (`jiao yu`) would otherwise be searched and empty the list.
 */
export function useSettledText(initial: string) {
  const [typed, setTyped] = useState(initial);
  const [settled, setSettled] = useState(initial);
  const [composing, setComposing] = useState(false);
  const timer = useRef<number>(undefined);

  useEffect(() => {
    if (composing) return;
    timer.current = window.setTimeout(() => setSettled(typed.trim()), SETTLE_MS);
    return () => window.clearTimeout(timer.current);
  }, [typed, composing]);

  const setNow = (text: string) => {
    window.clearTimeout(timer.current);
    setTyped(text);
    setSettled(text.trim());
  };

  const inputProps = {
    value: typed,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setTyped(event.currentTarget.value),
    onCompositionStart: () => setComposing(true),
    onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => {
      setTyped(event.currentTarget.value);
      setComposing(false);
    },
  };
  return { typed, settled, setTyped, setNow, inputProps };
}
