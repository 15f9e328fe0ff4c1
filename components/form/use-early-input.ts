"use client";

import type { UseFormReturnType } from "@mantine/form";
import { type RefObject, useEffect, useRef } from "react";

/**
 * The ref of a form that comes from the server. What was typed into it, or filled in by the browser, before the
 * page's script came is in the fields and not in the form's values: with its first change the form would empty them.
 */
export function useEarlyInput<Values extends Record<string, unknown>>({
  setFieldValue,
}: Pick<UseFormReturnType<Values>, "setFieldValue">): RefObject<HTMLFormElement | null> {
  const element = useRef<HTMLFormElement>(null);
  const take = useRef(setFieldValue);
  // Once: from then on the form knows of every change.
  useEffect(() => {
    const fields = element.current?.querySelectorAll<HTMLInputElement>("input[data-path]") ?? [];
    for (const { dataset, value } of fields) {
      // The form gives each of its fields its own name, and all of these hold text.
      if (value !== "") take.current(dataset.path as never, value as never);
    }
  }, []);
  return element;
}
