/** Reads a room's text from a server with a full document, as somebody who opens the speech would. */
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { FrameSocket } from "./frame-socket";
import { emptySyncReply, type Protocol, syncRequest } from "./protocols";

/** Without news for this long, what has come is taken for everything there is. */
const SILENCE_MS = 5000;

/** Characters in the room's text; resolves as soon as `expected` are there. */
export function countStoredCharacters(
  port: number,
  protocol: Protocol,
  room: string,
  expected: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const doc = new Y.Doc();
    const send = (message: Uint8Array) => socket.send(protocol.wrap(room, message));
    const finish = () => {
      clearTimeout(silence);
      socket.end();
      resolve(characters(doc));
    };
    const silence = setTimeout(finish, SILENCE_MS);
    const socket = new FrameSocket({
      port,
      path: protocol.path(room),
      onOpen() {
        const greeting = protocol.greeting(room);
        if (greeting !== null) socket.send(greeting);
      },
      onMessage(frame) {
        silence.refresh();
        for (const message of protocol.read(frame.slice())) {
          if (message.kind === "state-vector") send(emptySyncReply);
          else if (message.kind === "authenticated") send(syncRequest);
          else if (message.kind !== "other") Y.applyUpdate(doc, message.update);
        }
        if (characters(doc) >= expected) finish();
      },
      onClosed(reason) {
        clearTimeout(silence);
        reject(new Error(`reader lost its socket: ${reason}`));
      },
    });
  });
}

function characters(doc: Y.Doc): number {
  let count = 0;
  for (const paragraph of doc.getXmlFragment(FRAGMENT).toArray()) {
    if (!(paragraph instanceof Y.XmlElement)) continue;
    for (const text of paragraph.toArray()) if (text instanceof Y.XmlText) count += text.length;
  }
  return count;
}
