"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { type VersionId, versionIdSchema } from "@/core/ids";
import type { TextEncoding } from "@/core/import-format";
import { NOW, type VersionRef } from "@/core/version";
import { comparisonQuery } from "./comparison-query";

/** What the page shows beside the list. */
export type VersionView =
  | { readonly kind: "nothing" }
  | { readonly kind: "text"; readonly version: VersionId }
  | {
      readonly kind: "comparison";
      readonly from: VersionRef;
      readonly to: VersionRef;
      /** Both with all their suggestions accepted, as they are signed and exported: unless it is false. */
      readonly accepted?: boolean;
    }
  | {
      readonly kind: "file";
      readonly file: File;
      readonly encoding: TextEncoding | null;
      readonly with: VersionRef;
      /** Which of the two the file is. */
      readonly side: "before" | "after";
    };

/** Kept in the address, so that a comparison can be sent to a colleague and going back works; but no file can be. */
export function useVersionView() {
  const query = useSearchParams();
  const [view, setView] = useState(() => viewIn(query));
  // The address itself, not the query: the router tells of one that was left again in the meantime.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query says when to look.
  useEffect(() => setView(viewIn(new URLSearchParams(window.location.search))), [query]);
  return {
    view,
    /** At once: the router follows in its own time, and a second choice must build on the first. */
    show: (view: VersionView) => {
      if (view.kind !== "file") window.history.pushState(null, "", addressOf(view));
      setView(view);
    },
  };
}

function viewIn(query: Pick<URLSearchParams, "get">): VersionView {
  const [version, from, to] = ["version", "from", "to"].map((name) => versionRef(query.get(name)));
  if (from != null && to != null) {
    return { kind: "comparison", from, to, accepted: query.get("accepted") !== "false" };
  }
  return version == null || version === NOW ? { kind: "nothing" } : { kind: "text", version };
}

/** The page is the same one: no request for it, only another address. */
function addressOf(view: Exclude<VersionView, { kind: "file" }>): string {
  if (view.kind === "nothing") return window.location.pathname;
  return view.kind === "text" ? `?${new URLSearchParams({ version: view.version })}` : comparisonQuery(view);
}

function versionRef(value: string | null): VersionRef | null {
  if (value === NOW) return NOW;
  const id = versionIdSchema.safeParse(value);
  return id.success ? id.data : null;
}
