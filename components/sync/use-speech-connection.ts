"use client";
/** React's access to a SpeechConnection. */
import { useEffect, useRef, useState } from "react";
import { SpeechConnection } from "./connection";
import type { ConnectionOptions } from "./connection-state";

/** Opens the connection for as long as the component lives; null on the server and before mounting. */
export function useSpeechConnection(options: ConnectionOptions) {
  const { speechId, personId, role, reloadsFreely, onSpeechChanged, onLateDecisions } = options;
  const [connection, setConnection] = useState<SpeechConnection | null>(null);
  // Read when needed: a new callback or a role served again must not reopen the connection.
  const latest = useRef({ role, onSpeechChanged, onLateDecisions });
  latest.current = { role, onSpeechChanged, onLateDecisions };

  useEffect(() => {
    const opened = new SpeechConnection({
      speechId,
      personId,
      role: latest.current.role,
      reloadsFreely,
      onSpeechChanged: () => latest.current.onSpeechChanged?.(),
      onLateDecisions: (late) => latest.current.onLateDecisions?.(late),
    });
    setConnection(opened);
    return () => {
      setConnection(null);
      void opened.close();
    };
  }, [speechId, personId, reloadsFreely]);
  return connection;
}
