"use client";

import { useCallback, useEffect, useState } from "react";
import { type AppError, asAppError } from "@/core/errors";

export interface Loaded<Value> {
  /**
   * The last one that arrived for this key; null before, and while another key's is on its way. It stays the same
   * object as long as what is loaded anew says the same, so that a page keeps its place in it.
   */
  readonly value: Value | null;
  readonly failure: AppError | null;
  readonly reload: () => void;
}

/** Loads anew whenever `key` changes; an answer that was overtaken is dropped. */
export function useLoaded<Value>(key: string, load: (signal: AbortSignal) => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<{ key: string; value: Value | null; failure: AppError | null }>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says when `load` means something else.
  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal).then(
      (value) => {
        if (controller.signal.aborted) return;
        setState((last) => ({
          key,
          value: last?.key === key ? steady(last.value, value) : value,
          failure: null,
        }));
      },
      (error) => {
        if (controller.signal.aborted) return;
        const failure = asAppError(error);
        setState((last) => ({ key, value: last?.key === key ? last.value : null, failure }));
      },
    );
    return () => controller.abort();
  }, [key, round]);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  const current = state?.key === key ? state : undefined;
  return { value: current?.value ?? null, failure: current?.failure ?? null, reload };
}

/** Values are what came as JSON. */
function steady<Value>(last: Value | null, value: Value): Value {
  return last !== null && JSON.stringify(last) === JSON.stringify(value) ? last : value;
}
