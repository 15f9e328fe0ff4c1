/**
 * A WebSocket client that costs next to nothing: 300 of them must leave a core to the server that is
 * measured. It knows whole binary frames and pings, which is all that the servers here send.
 */
import { createHash, randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

const ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3
const OPCODE = { binary: 2, close: 8, ping: 9, pong: 10 } as const;

export interface FrameSocketOptions {
  readonly port: number;
  readonly path: string;
  readonly onOpen: () => void;
  /** The bytes are valid during the call only. */
  readonly onMessage: (bytes: Uint8Array) => void;
  /** Called once, unless `end` was called before. */
  readonly onClosed: (reason: string) => void;
}

/** All sockets read into this: each read is used up before the next one starts. */
const readBuffer = Buffer.allocUnsafe(256 * 1024);

export class FrameSocket {
  private readonly socket: Socket;
  private readonly key = randomBytes(16).toString("base64");
  private open = false;
  private ended = false;
  /** Start of a frame whose rest hasn't come yet. */
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly options: FrameSocketOptions) {
    const { port, path } = options;
    this.socket = connect({
      host: "127.0.0.1",
      port,
      onread: {
        buffer: readBuffer,
        callback: (length, buffer) => {
          this.read((buffer as Buffer).subarray(0, length)); // the buffer given above
          return true;
        },
      },
    });
    this.socket.setNoDelay(true);
    this.socket.on("error", (error) => this.fail(error.message));
    this.socket.on("close", () => this.fail("connection closed"));
    this.socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${this.key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
    );
  }

  send(message: Uint8Array): void {
    this.socket.write(encodeFrame(OPCODE.binary, message));
  }

  end(): void {
    this.ended = true;
    this.socket.destroy();
  }

  private fail(reason: string): void {
    if (this.ended) return;
    this.end();
    this.options.onClosed(reason);
  }

  private read(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const used = this.open ? this.readFrames(bytes, 0) : this.readHandshake(bytes);
    this.rest = used === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(used));
  }

  private readHandshake(bytes: Buffer): number {
    const end = bytes.indexOf("\r\n\r\n");
    if (end === -1) return 0;
    const head = bytes.toString("latin1", 0, end);
    const accept = createHash("sha1").update(`${this.key}${ACCEPT_SUFFIX}`).digest("base64");
    if (!head.startsWith("HTTP/1.1 101") || !head.includes(accept)) {
      this.fail(`handshake refused: ${head.split("\r\n", 1)[0]}`);
      return bytes.length;
    }
    this.open = true;
    this.options.onOpen();
    return this.readFrames(bytes, end + 4);
  }

  private readFrames(bytes: Buffer, start: number): number {
    let at = start;
    while (!this.ended && at + 2 <= bytes.length) {
      let length = (bytes[at + 1] ?? 0) & 0x7f;
      let body = at + 2;
      if (length >= 126) {
        const lengthBytes = length === 126 ? 2 : 8;
        if (body + lengthBytes > bytes.length) break;
        length = length === 126 ? bytes.readUInt16BE(body) : Number(bytes.readBigUInt64BE(body));
        body += lengthBytes;
      }
      if (body + length > bytes.length) break;
      this.take(bytes[at] ?? 0, bytes.subarray(body, body + length));
      at = body + length;
    }
    return at;
  }

  private take(firstByte: number, body: Buffer): void {
    const opcode = firstByte & 0x0f;
    if ((firstByte & 0x80) === 0) this.fail("a message in several frames");
    else if (opcode === OPCODE.binary) this.options.onMessage(body);
    else if (opcode === OPCODE.ping) this.socket.write(encodeFrame(OPCODE.pong, body));
    else if (opcode === OPCODE.close) {
      this.fail(body.length < 2 ? "closed" : `closed with ${body.readUInt16BE(0)} ${body.subarray(2)}`);
    }
  }
}

/** A client's frame, masked as the standard demands. */
function encodeFrame(opcode: number, body: Uint8Array): Buffer {
  const { length } = body;
  const header = length < 126 ? 2 : length < 65536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + 4 + length);
  frame[0] = 0x80 | opcode;
  frame[1] = 0x80 | (header === 2 ? length : header === 4 ? 126 : 127);
  if (header === 4) frame.writeUInt16BE(length, 2);
  if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  // Any key will do here; zero would spare the server the unmasking that browsers ask of it.
  frame.writeUInt32BE(0x5ac3_1e97, header);
  for (let index = 0; index < length; index += 1) {
    frame[header + 4 + index] = (body[index] ?? 0) ^ (frame[header + (index & 3)] ?? 0);
  }
  return frame;
}
