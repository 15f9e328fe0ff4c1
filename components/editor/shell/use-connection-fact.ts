"use client";

import { useSyncExternalStore } from "react";
import type { SpeechConnection } from "@/components/sync/connection";
import type { ConnectionState } from "@/components/sync/connection-state";

/**
 * One fact of the connection's state. The state is a new value with every keystroke; a component that
 * only asks for a fact isn't rendered again until that fact changes. `select` must return a primitive
 * or a part of the state itself.
 */
export function useConnectionFact<Fact>(
  connection: SpeechConnection,
  select: (state: ConnectionState) => Fact,
): Fact {
  const read = () => select(connection.state);
  return useSyncExternalStore((onChange) => connection.subscribe(onChange), read, read);
}
