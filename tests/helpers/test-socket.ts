/** A bare WebSocket client that tells how its attempt ended. */
import type { RequestOptions } from "node:http";
import { type ClientOptions, WebSocket } from "ws";
import { MESSAGE_DATA_GENERATION } from "@/core/protocol";

export interface Attempt {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Let in: the server sent its first message but for which data it has. Otherwise the close code or the HTTP status. */
export type Outcome = "let in" | { readonly closed: number } | { readonly http: number };

export class TestSocket {
  /** Settles with the first of: a message, a close, an HTTP answer. */
  readonly outcome: Promise<Outcome>;
  /** The close code, whenever that is. */
  readonly closed: Promise<number>;

  private constructor(readonly socket: WebSocket) {
    this.closed = new Promise((resolve) => socket.once("close", resolve));
    this.outcome = new Promise((resolve) => {
      // Said before anything else, of the server and not of the room.
      socket.on("message", (data: Buffer) => {
        if (data[0] !== MESSAGE_DATA_GENERATION) resolve("let in");
      });
      socket.once("close", (code) => resolve({ closed: code }));
      socket.once("unexpected-response", (_request, response) => {
        response.resume();
        resolve({ http: response.statusCode ?? 0 });
      });
    });
    socket.on("error", () => {}); // its close follows
  }

  /** `options` go to the request as well; `lookup`, for one, where thousands of sockets needn't ask for the address each. */
  static connect(
    url: string,
    attempt: Attempt,
    options: ClientOptions & Pick<RequestOptions, "lookup"> = {},
  ): TestSocket {
    const address = new URL(attempt.path, url.replace("http", "ws"));
    for (const [name, value] of Object.entries(attempt.params)) address.searchParams.set(name, value);
    const headers = { ...attempt.headers, ...(attempt.cookie ? { cookie: attempt.cookie } : {}) };
    const origin = attempt.origin === undefined ? {} : { origin: attempt.origin };
    return new TestSocket(new WebSocket(address, { ...options, ...origin, headers }));
  }
}
