/** A speech of two lines that is open on two nodes with one log. */
import type { Role } from "@/core/access";
import { createHub } from "./hub-relay";
import { MemoryLog } from "./memory-log";
import { openRooms, until } from "./rooms";
import { SyncClient } from "./sync-client";

export const LINES = ["我们要推动工作", "各单位抓落实"] as const;

/** The chief is on the first node, and somebody who only looks on has the speech open on the second all the while. */
export async function openNodes(isLost: () => boolean = () => false) {
  const hub = createHub(isLost);
  const log = new MemoryLog();
  const [one, two] = [0, 1].map(() => openRooms({ log, relay: hub.join(), idleTimeoutMs: 10_000 })) as [
    ReturnType<typeof openRooms>,
    ReturnType<typeof openRooms>,
  ];
  await new Promise(setImmediate);
  const { speechId } = one;
  const join = async ({ rooms }: typeof one, role: Role, back: Partial<SyncClient> = {}) => {
    const client = new SyncClient(rooms, speechId, { role, doc: back.doc, personId: back.personId });
    await until(() => client.role !== null && (client.allSaved || client.closed !== null));
    return client;
  };
  const chief = await join(one, "chief");
  for (const line of LINES) chief.write(line);
  await until(() => chief.allSaved);
  const reader = await join(two, "editor");
  return { log, speechId, one, two, join, chief, reader };
}
