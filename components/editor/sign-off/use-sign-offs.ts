"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { SpeechConnection } from "@/components/sync/connection";
import type { SignOffs } from "@/core/sign-off";
import type { SpeechSummary } from "@/core/speech";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { createSignOffStore, type SignOffStore } from "./sign-off-store";

interface SignOffStoreOptions {
  readonly editor: Editor;
  readonly connection: SpeechConnection;
  /** Another object whenever somebody moved its stage, asked or signed. */
  readonly speech: SpeechSummary;
}

/** The store for as long as the page stands. */
export function useSignOffStore({ editor, connection, speech }: SignOffStoreOptions): SignOffStore {
  const { id: speechId } = speech;
  const role = useConnectionFact(connection, (state) => state.role);
  const store = useMemo(
    () => createSignOffStore({ editor, connection, speechId }),
    [editor, connection, speechId],
  );
  useEffect(() => store.follow(), [store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: news of the speech or of one's role.
  useEffect(() => store.reload(), [store, speech, role]);
  return store;
}

/** Who has signed, rendered anew with every change; null until it is known. */
export function useSignOffs(): SignOffs | null {
  const { signOffs } = useWorkspace();
  return useSyncExternalStore(signOffs.subscribe, signOffs.get, signOffs.get);
}
