"use client";

import { type ComponentProps, useSyncExternalStore } from "react";

type BrowserTextProps = Omit<ComponentProps<"span">, "ref"> & { readonly as?: "span" | "p" };

/**
 * Text that goes by the clock and the time zone of who reads it. The server, which knows neither, draws its own
 * first. React leaves that standing, so the element is made anew as soon as the page is the browser's.
 */
export function BrowserText({ as: Element = "span", ...props }: BrowserTextProps) {
  const isBrowsers = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  return <Element key={String(isBrowsers)} suppressHydrationWarning {...props} />;
}

const subscribe = () => () => undefined;
