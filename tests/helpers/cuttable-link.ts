/** A TCP link to a Unix socket that a test can cut and mend, as when a cable is pulled. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export interface CuttableLink {
  readonly port: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openLink(target: string): Promise<CuttableLink> {
  const open = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) {
      near.destroy();
      return;
    }
    const far = connect(target);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => open.delete(socket));
    }
    near.pipe(far).on("close", () => near.destroy());
    far.pipe(near).on("close", () => far.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const dropAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    // A TCP server's address is an AddressInfo.
    port: (server.address() as AddressInfo).port,
    cut() {
      whole = false;
      dropAll();
    },
    mend() {
      whole = true;
    },
    async close() {
      dropAll();
      server.close();
      await once(server, "close");
    },
  };
}
