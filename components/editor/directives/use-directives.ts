"use client";

import { useEffect } from "react";
import { readDirectives } from "@/components/api/directives";
import { type Loaded, useLoaded } from "@/components/use-loaded";
import { can } from "@/core/access";
import type { Directive } from "@/core/directive";
import { useWorkspace } from "../shell/workspace-context";

const NONE: readonly Directive[] = [];

/** The leader's points on this speech, read again whenever threads changed; none for who may only read. */
export function useDirectives(): Loaded<readonly Directive[]> {
  const { connection, settings } = useWorkspace();
  const { id, role } = settings.speech;
  const maySee = can(role, "see-versions");
  const loaded = useLoaded(`${id} ${maySee}`, (signal) =>
    maySee ? readDirectives(id, signal) : Promise.resolve(NONE),
  );
  const { reload } = loaded;
  useEffect(() => connection.onThreadsChanged(reload), [connection, reload]);
  return loaded;
}
