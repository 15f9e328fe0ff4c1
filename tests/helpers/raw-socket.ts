/** A WebSocket client that writes its frames by hand, right or wrong, on a bare TCP connection. */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Attempt } from "./test-socket";

export interface RawFrame {
  /** FIN, reserved bits and opcode; a whole binary message by default. */
  readonly first?: number;
  readonly masked?: boolean;
  /** What the header says, whatever follows. */
  readonly length?: number;
  readonly body?: Uint8Array;
}

export const FIRST = { binary: 0x82, text: 0x81, beginning: 0x02, continuation: 0x00, ping: 0x89 } as const;
const CLOSE = 0x88;
const END_OF_HEAD = "\r\n\r\n";

export class RawSocket {
  /** The close code that the server sent, or null when it only hung up. */
  readonly closed: Promise<number | null>;

  private constructor(
    readonly tcp: Socket,
    private received: Buffer,
  ) {
    tcp.on("error", () => {}); // its close follows
    this.closed = new Promise((resolve) => {
      tcp.on("data", (chunk) => {
        this.received = Buffer.concat([this.received, chunk]);
        const code = closeCodeIn(this.received);
        // Whoever writes by hand doesn't answer a close either.
        if (code !== null) resolve(code);
      });
      tcp.on("close", () => resolve(closeCodeIn(this.received)));
    });
  }

  /** Resolves when the server let it in and has sent its first frame. */
  static async connect(url: string, attempt: Attempt): Promise<RawSocket> {
    const { hostname, port, host } = new URL(url);
    const tcp = connect({ host: hostname, port: Number(port) });
    const query = new URLSearchParams(attempt.params);
    tcp.write(
      `GET ${attempt.path}?${query} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${attempt.origin}\r\n` +
        `Cookie: ${attempt.cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`,
    );
    let bytes = Buffer.alloc(0);
    let end = -1;
    while (end === -1 || bytes.length === end) {
      bytes = Buffer.concat([bytes, (await once(tcp, "data"))[0]]);
      end = bytes.indexOf(END_OF_HEAD) === -1 ? -1 : bytes.indexOf(END_OF_HEAD) + END_OF_HEAD.length;
    }
    const status = bytes.toString("latin1", 0, bytes.indexOf("\r\n"));
    if (!status.startsWith("HTTP/1.1 101")) throw new Error(status);
    return new RawSocket(tcp, bytes.subarray(end));
  }

  send({ first = FIRST.binary, masked = true, body = new Uint8Array(0), length = body.length }: RawFrame) {
    // A control frame's length must stand in the short form.
    const isControl = (first & 0x08) !== 0;
    const header = Buffer.alloc(isControl ? 2 : 10);
    header[0] = first;
    header[1] = (masked ? 0x80 : 0) | (isControl ? length : 127);
    if (!isControl) header.writeBigUInt64BE(BigInt(length), 2);
    // A mask of zeroes leaves the body as it is.
    this.tcp.write(Buffer.concat([header, Buffer.alloc(masked ? 4 : 0), body]));
  }

  destroy(): void {
    this.tcp.destroy();
  }
}

/** The server's last frame, if it is a close frame. */
function closeCodeIn(received: Buffer): number | null {
  for (let at = 0; at + 2 <= received.length; ) {
    const short = (received[at + 1] ?? 0) & 0x7f;
    const header = short < 126 ? 2 : short === 126 ? 4 : 10;
    const length = short < 126 ? short : header === 4 ? received.readUInt16BE(at + 2) : Infinity;
    if (received[at] === CLOSE && received.length >= at + header + 2)
      return received.readUInt16BE(at + header);
    at += header + length;
  }
  return null;
}
