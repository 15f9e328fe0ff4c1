"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import type { InitialList } from "./use-speech-list";

type ListQuery = InitialList["query"];

/** The search and filter that an address asks for. */
export function queryOf(address: Pick<URLSearchParams, "get">): ListQuery {
  return { q: address.get("q") ?? "", archived: address.get("archived") === "true" };
}

/**
 * Keeps search and filter in the address, so that going back from a speech finds them again. The link home, and going
 * back from there, change the address while the list stays as it is: `follow` is given what it asks for then.
 */
export function useListAddress({ q, archived }: ListQuery, follow: (query: ListQuery) => void): void {
  const address = useSearchParams().toString();
  /** The address that the list goes with, whoever wrote it. */
  const known = useRef(address);
  const following = useRef(follow);
  following.current = follow;

  useEffect(() => {
    if (address === known.current) return;
    const now = new URLSearchParams(window.location.search);
    // The router tells of what was written here a moment later; there may be another one by then.
    if (address !== now.toString()) return;
    known.current = address;
    following.current(queryOf(now));
  }, [address]);

  useEffect(() => {
    // Before the router has begun to listen this would take what it knows of the page out of the history, and going
    // back would leave the other page standing under this one's address.
    const now = queryOf(new URLSearchParams(window.location.search));
    if (now.q === q && now.archived === archived) return;
    const search = new URLSearchParams({ ...(q && { q }), ...(archived && { archived: "true" }) }).toString();
    known.current = search;
    window.history.replaceState(null, "", search === "" ? "/" : `/?${search}`);
  }, [q, archived]);
}
