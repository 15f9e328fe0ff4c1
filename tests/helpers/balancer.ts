/**
 * A load balancer as simple as they come: each TCP connection goes to the next server that takes it, and
 * nobody stays with any.
 */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

export interface Balancer {
  readonly url: string;
  /** Gives nobody another connection until `reopen`; those that there are stay. */
  shut(): void;
  reopen(): void;
  close(): Promise<void>;
}

export async function openBalancer(urls: readonly string[]): Promise<Balancer> {
  const open = new Set<Socket>();
  let turn = 0;
  let isShut = false;

  /** A connection to the next server that takes one; null when none does. */
  async function reachNext(): Promise<Socket | null> {
    for (const _ of urls) {
      const url = urls[turn % urls.length] as string;
      turn += 1;
      const far = connect({ host: "localhost", port: Number(new URL(url).port) });
      try {
        await once(far, "connect");
      } catch {
        continue; // that one is down
      }
      return far;
    }
    return null;
  }

  const server = createServer(async (near) => {
    near.on("error", () => near.destroy());
    const far = isShut ? null : await reachNext();
    if (far === null) return near.destroy();
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  return {
    // A TCP server's address is an AddressInfo.
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    shut() {
      isShut = true;
    },
    reopen() {
      isShut = false;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
