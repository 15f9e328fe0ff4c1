/** A TCP link to a Unix socket that a test can cut, silence and mend. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

export interface CuttableLink {
  readonly port: number;
  cut(): void;
  /** Loses every byte from now on without a word, as a firewall or a switch that was turned off does. */
  silence(): void;
  mend(): void;
  close(): Promise<void>;
}

/** @param delayMs what every byte is on the way, as to another machine; 0 where it isn't given */
export async function openLink(target: string, delayMs = 0): Promise<CuttableLink> {
  const open = new Set<Socket>();
  let whole = true;
  let silent = false;
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
    const write = (to: Socket, bytes: Buffer) => {
      if (delayMs === 0) to.write(bytes);
      else setTimeout(() => to.write(bytes), delayMs);
    };
    const pass = (from: Socket, to: Socket) =>
      from
        .on("data", (bytes) => !silent && write(to, bytes))
        .on("end", () => !silent && to.end())
        .on("close", () => !silent && to.destroy());
    pass(near, far);
    pass(far, near);
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
    silence() {
      silent = true;
    },
    mend() {
      whole = true;
      silent = false;
    },
    async close() {
      dropAll();
      server.close();
      await once(server, "close");
    },
  };
}
