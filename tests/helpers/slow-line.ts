/** A TCP line between a page and a server, over which bytes pass each way only as far as a test lets them. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** One way of the line. */
class Way {
  /** Bytes that went over it. */
  passed = 0;
  #left = 0;
  #isStopped = false;
  readonly #ends = new Map<Socket, Socket>();
  #onUsed: () => void = () => {};

  /** What comes out of `from` is read only as it may pass, so that it piles up where it would on a slow line. */
  carry(from: Socket, to: Socket): void {
    this.#ends.set(from, to);
    from.on("readable", () => this.#move());
    from.on("close", () => {
      this.#ends.delete(from);
      if (!this.#isStopped) to.end();
    });
  }

  /** Lets so many more bytes pass; resolves when they have. */
  let(bytes: number): Promise<void> {
    this.#left += bytes;
    const used = new Promise<void>((resolve) => {
      this.#onUsed = resolve;
    });
    this.#move();
    return used;
  }

  stop(): void {
    this.#left = 0;
    this.#isStopped = true;
  }

  #move(): void {
    for (const [from, to] of this.#ends) {
      for (;;) {
        const bytes = Math.min(this.#left, from.readableLength);
        // Asked for nothing it still fetches what has come since.
        const chunk: Buffer | null = from.read(bytes);
        if (chunk === null || bytes === 0) break;
        this.#left -= bytes;
        this.passed += bytes;
        to.write(chunk);
      }
    }
    if (this.#left === 0) this.#onUsed();
  }
}

export class SlowLine {
  readonly #toPage = new Way();
  readonly #toServer = new Way();
  readonly #open = new Set<Socket>();
  readonly #server: Server;
  #page: Socket | null = null;
  #heard = 0;

  private constructor(target: URL) {
    this.#server = createServer((near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const socket of [near, far]) {
        this.#open.add(socket);
        socket.on("error", () => socket.destroy());
        socket.on("close", () => this.#open.delete(socket));
      }
      this.#toPage.carry(far, near);
      this.#toServer.carry(near, far);
    });
  }

  /** Nothing passes yet. */
  static async open(serverUrl: string): Promise<SlowLine> {
    const line = new SlowLine(new URL(serverUrl));
    line.#server.listen(0, "localhost");
    await once(line.#server, "listening");
    return line;
  }

  /** Where the page finds the server. */
  get url(): string {
    // A TCP server's address is an AddressInfo.
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The page's end; of one connection at a time. */
  readonly connect = (): Socket => {
    this.#page = connect(Number(new URL(this.url).port), "localhost");
    return this.#page;
  };

  /** Resolves when the page has read them. */
  async letToPage(bytes: number): Promise<void> {
    await this.#toPage.let(bytes);
    const page = this.#page;
    while (page !== null && page.bytesRead < this.#toPage.passed) await once(page, "data");
  }

  letToServer(bytes: number): Promise<void> {
    return this.#toServer.let(bytes);
  }

  /** Resolves when the page has read something since this was asked last. */
  async pageHears(): Promise<void> {
    const page = this.#page;
    while (page !== null && page.bytesRead <= this.#heard) await once(page, "data");
    this.#heard = page?.bytesRead ?? 0;
  }

  /** Nothing passes any more, either way, nor that an end has gone. */
  stop(): void {
    this.#toPage.stop();
    this.#toServer.stop();
  }

  async close(): Promise<void> {
    for (const socket of [...this.#open]) socket.destroy();
    this.#page?.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }
}
