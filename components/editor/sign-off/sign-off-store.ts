/** Who has signed, as a store beside the editor: asked again when the text changes, after a pause. */
import type { Editor } from "@tiptap/core";
import { readSignOffs } from "@/components/api/sign-offs";
import type { SpeechConnection } from "@/components/sync/connection";
import { can } from "@/core/access";
import type { SpeechId } from "@/core/ids";
import type { SignOffs } from "@/core/sign-off";
import { pausing } from "../pausing";
import { retrying } from "../retrying";

/** Once a signature is broken only the number of characters changes; nobody waits for that. */
const REPEAT_MS = 2000;

export interface SignOffStore {
  /** Null until it is known. */
  get(): SignOffs | null;
  subscribe(listener: () => void): () => void;
  /** What an answer of the server brought. */
  show(signOffs: SignOffs): void;
  reload(): void;
  /** Begins to follow the text; the answer ends that. */
  follow(): () => void;
}

interface SignOffStoreParts {
  readonly editor: Editor;
  readonly connection: SpeechConnection;
  readonly speechId: SpeechId;
}

export function createSignOffStore({ editor, connection, speechId }: SignOffStoreParts): SignOffStore {
  const listeners = new Set<() => void>();
  let state: SignOffs | null = null;
  let newest = 0;
  let repeat: ReturnType<typeof setTimeout> | undefined;

  const show = (signOffs: SignOffs) => {
    state = signOffs;
    retry.done();
    for (const listener of listeners) listener();
  };
  const reload = () => {
    if (!can(connection.state.role, "see-versions")) return;
    newest += 1;
    const asked = newest;
    readSignOffs(speechId).then(
      (signOffs) => asked === newest && show(signOffs),
      // Offline or refused: the connection tells that. What was last known stays on the page, and may be long past.
      () => asked === newest && retry.failed(),
    );
  };
  const retry = retrying(reload);
  const soon = pausing(reload);
  const hasChanged = () => {
    if (retry.isMissed()) return soon.request();
    const { request } = state ?? {};
    // Nobody is asked, so no signature can break.
    if (request == null || request.ended !== null) return;
    if (request.asked.every(({ changedCharacters }) => changedCharacters === null)) return soon.request();
    repeat ??= setTimeout(() => {
      repeat = undefined;
      reload();
    }, REPEAT_MS);
  };

  return {
    get: () => state,
    show,
    reload,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow() {
      const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) =>
        transaction.docChanged && hasChanged();
      editor.on("transaction", onTransaction);
      const stopRetrying = retry.follow();
      return () => {
        editor.off("transaction", onTransaction);
        stopRetrying();
        soon.cancel();
        clearTimeout(repeat);
        repeat = undefined;
      };
    },
  };
}
