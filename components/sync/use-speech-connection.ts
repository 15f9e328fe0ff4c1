"use client";
/** React's access to a SpeechConnection. */
import { useEffect, useRef, useState } from "react";
import { SpeechConnection } from "./connection";
import type { ConnectionOptions } from "./connection-state";

/** Opens the connection for as long as the component lives; null on the server and before mounting. */
export function useSpeechConnection(options: ConnectionOptions) {
  const { speechId, personId, role, reloadsFreely, onSpeechChanged } = options;
  const [connection, setConnection] = useState<SpeechConnection | null>(null);
  // Read when needed: a new callback or a role served again must not reopen the connection.
  const latest = useRef({ role, onSpeechChanged });
  latest.current = { role, onSpeechChanged };

  useEffect(() => {
    const opened = new SpeechConnection({
      speechId,
      personId,
      role: latest.current.role,
      reloadsFreely,
      onSpeechChanged: () => latest.current.onSpeechChanged?.(),
    });
    setConnection(opened);
    return () => {
      setConnection(null);
      void opened.close();
    };
  }, [speechId, personId, reloadsFreely]);
  return connection;
}
