"use client";

import { useEffect, useRef } from "react";
import { readDirectives } from "@/components/api/directives";
import { type Loaded, useLoaded } from "@/components/use-loaded";
import { can } from "@/core/access";
import type { Directive } from "@/core/directive";
import type { ListedSuggestion } from "@/core/review/list-suggestions";
import { whenSaved } from "../comments/when-saved";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { useSuggestions } from "../suggest/use-suggestions";

const NONE: readonly Directive[] = [];

/**
 * The leader's directives on this speech, read again whenever threads changed, or a rewording's suggestion went
 * or came; none for who may only read, nor where they aren't wanted.
 */
export function useDirectives(isWanted = true): Loaded<readonly Directive[]> {
  const { connection, settings } = useWorkspace();
  const { id } = settings.speech;
  const maySee = useConnectionFact(connection, ({ role }) => can(role, "see-versions"));
  const loaded = useLoaded(`${id} ${maySee} ${isWanted}`, (signal) =>
    // As it is now: who comes back with less is told so before this page is drawn anew.
    isWanted && can(connection.state.role, "see-versions")
      ? readDirectives(id, signal)
      : Promise.resolve(NONE),
  );
  const { reload } = loaded;
  useEffect(() => connection.onThreadsChanged(reload), [connection, reload]);
  const suggestions = useSuggestions();
  const standing = loaded.value === null ? null : standingOf(loaded.value, suggestions);
  const known = useRef<string | null>(null);
  useEffect(() => {
    // Asked for a moment ago: what stands by the first answer is no news.
    const isNews = known.current !== null && standing !== null && known.current !== standing;
    known.current = standing;
    // The own decision is known to the server once it is saved.
    if (isNews) whenSaved(connection).then(reload, () => undefined);
  }, [connection, reload, standing]);
  return loaded;
}

/** The rewordings whose suggestions stand in the text. */
function standingOf(directives: readonly Directive[], suggestions: readonly ListedSuggestion[]): string {
  const rewordings = new Set<string>(directives.map(({ id }) => id));
  return suggestions
    .flatMap(({ id }) => (rewordings.has(id) ? id : []))
    .sort()
    .join(" ");
}
