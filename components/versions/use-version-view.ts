"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type VersionId, versionIdSchema } from "@/core/ids";
import { NOW, type VersionRef } from "@/core/version";

/** What the page shows beside the list. */
export type VersionView =
  | { readonly kind: "nothing" }
  | { readonly kind: "text"; readonly version: VersionId }
  | { readonly kind: "comparison"; readonly from: VersionRef; readonly to: VersionRef };

/** Kept in the address, so that a comparison can be sent to a colleague and going back works. */
export function useVersionView() {
  const query = useSearchParams();
  const view = useMemo((): VersionView => {
    const [version, from, to] = ["version", "from", "to"].map((name) => versionRef(query.get(name)));
    if (from != null && to != null) return { kind: "comparison", from, to };
    return version == null || version === NOW ? { kind: "nothing" } : { kind: "text", version };
  }, [query]);
  return { view, show };
}

/** The page is the same one: no request for it, only another address. */
function show(view: VersionView): void {
  const query = new URLSearchParams(
    view.kind === "text"
      ? { version: view.version }
      : view.kind === "comparison"
        ? { from: view.from, to: view.to }
        : {},
  ).toString();
  window.history.pushState(null, "", query === "" ? window.location.pathname : `?${query}`);
}

function versionRef(value: string | null): VersionRef | null {
  if (value === NOW) return NOW;
  const id = versionIdSchema.safeParse(value);
  return id.success ? id.data : null;
}
