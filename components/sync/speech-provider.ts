/** y-websocket's provider as a speech's socket needs it; connects when told to. */
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { PersonId, SpeechId } from "@/core/ids";
import {
  DATA_PARAM,
  PARTS_PARAM,
  PERSON_PARAM,
  SCHEMA_PARAM,
  SCHEMA_VERSION,
  SYNC_PATH,
} from "@/core/protocol";
import type { Later } from "./after-paint";
import { tellOwnPresence } from "./awareness-link";
import { countedSocket, type SocketObserver } from "./counted-socket";

export interface SpeechProviderOptions {
  readonly speechId: SpeechId;
  readonly personId: PersonId;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly observer: SocketObserver;
  readonly painted: Later;
}

export function createSpeechProvider(options: SpeechProviderOptions): WebsocketProvider {
  const { speechId, personId, doc, awareness, observer, painted } = options;
  const { protocol, host } = window.location;
  const url = `${protocol === "https:" ? "wss:" : "ws:"}//${host}${SYNC_PATH}`;
  const provider = new WebsocketProvider(url, speechId, doc, {
    connect: false,
    awareness,
    // Tabs of one browser would otherwise exchange edits past the server and its checks.
    disableBc: true,
    params: { [SCHEMA_PARAM]: String(SCHEMA_VERSION), [PERSON_PARAM]: personId, [PARTS_PARAM]: "1" },
    WebSocketPolyfill: countedSocket(WebSocket, observer, painted),
  });
  tellOwnPresence(provider, painted);
  return provider;
}

/** From its next connection on the provider says which generation of the server's data the text is of. */
export function claimData(provider: WebsocketProvider, generation: string): void {
  provider.params = { ...provider.params, [DATA_PARAM]: generation };
}
