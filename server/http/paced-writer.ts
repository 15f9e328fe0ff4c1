/**
 * Messages to one connection. What a slow line hasn't taken waits here rather than in the connection's own buffer, so
 * that a ping goes out behind what is on its way and not behind all that waits.
 */
import type { Socket } from "node:net";
import { isParted } from "@/core/message-parts";
import { wireFrame, wireParts } from "./wire-frame";

export interface PacedWriterOptions {
  /** Whether frames may go out: not any more once the socket closes. */
  isOpen(): boolean;
  /** Large messages go in parts. */
  readonly takesParts: boolean;
}

export class PacedWriter {
  #waiting: Buffer[] = [];
  #waitingBytes = 0;

  constructor(
    private readonly connection: Socket,
    private readonly options: PacedWriterOptions,
  ) {
    connection.on("drain", () => this.#goOn());
  }

  /** Bytes that the network hasn't taken yet, the connection's own among them. */
  get bufferedBytes(): number {
    return this.#waitingBytes + this.connection.writableLength;
  }

  send(message: Uint8Array): void {
    if (!this.options.isOpen()) return;
    if (this.options.takesParts && isParted(message))
      for (const frame of wireParts(message)) this.#take(frame);
    else this.#take(wireFrame(message));
  }

  /** Forgets what waits; what is on its way goes on. */
  stop(): void {
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  #take(frame: Buffer): void {
    if (this.#waiting.length === 0 && !this.connection.writableNeedDrain) {
      this.connection.write(frame);
      return;
    }
    this.#waiting.push(frame);
    this.#waitingBytes += frame.length;
  }

  #goOn(): void {
    if (!this.options.isOpen()) this.stop();
    while (!this.connection.writableNeedDrain) {
      const frame = this.#waiting.shift();
      if (frame === undefined) return;
      this.#waitingBytes -= frame.length;
      this.connection.write(frame);
    }
  }
}
