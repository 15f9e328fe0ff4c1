/** What happens to sockets that are open: withdrawn access, hostile frames, silence, shutdown. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo, Socket as NetSocket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { CLOSE_CODE } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { encodeDataGeneration, encodeRole, MESSAGE_SYNC } from "@/core/protocol";
import { answerPings } from "@/server/http/control-frames";
import { createBeat } from "@/server/http/heartbeat";
import { createSocketServer, socketPort } from "@/server/http/web-socket";
import { LEEWAY_MS } from "@/server/signals";
import { SocketOffice } from "../helpers/socket-office";
import { TestSocket } from "../helpers/test-socket";

describe("an open socket", () => {
  let office: SocketOffice;
  beforeAll(async () => {
    office = await SocketOffice.open();
  });
  afterAll(() => office.close());

  /** A member with a socket that was let in, and a bystander's that must stay open. */
  async function connected(signInName: string) {
    const person = await office.colleague(signInName, "editor");
    const client = await office.connect(person);
    const bystander = await office.connect(office.administrator);
    expect([await client.outcome, await bystander.outcome]).toEqual(["let in", "let in"]);
    return { person, client, bystander: bystander.socket };
  }

  it("AC-21 closes at once when the account is disabled, and a reconnect is refused", async () => {
    const { person, client, bystander } = await connected("disabled");
    const attempt = await office.attempt(person);
    await office.server.runtime.people.change(office.administrator, person.id, { disabled: true });
    expect(await client.closed).toBe(CLOSE_CODE["access-changed"]);
    const again = TestSocket.connect(office.server.url, attempt);
    expect(await again.outcome).toEqual({ closed: CLOSE_CODE.unauthenticated });
    expect(bystander.readyState).toBe(bystander.OPEN);
    bystander.terminate();
  });

  it("AC-21 closes at once when the role changes, and a reconnect has the new role", async () => {
    const { person, client, bystander } = await connected("demoted");
    const { speeches } = office.server.runtime;
    await speeches.setMember(office.administrator, office.speechId, person.id, "viewer");
    expect(await client.closed).toBe(CLOSE_CODE["access-changed"]);
    const again = await office.connect(person);
    const told: Uint8Array[] = [];
    again.socket.on("message", (data: Buffer) => told.push(new Uint8Array(data)));
    expect(await again.outcome).toBe("let in");
    const generation = await office.server.runtime.dataGeneration();
    expect(told.slice(0, 2)).toEqual([encodeDataGeneration(generation), encodeRole("viewer")]);
    expect(bystander.readyState).toBe(bystander.OPEN);
    again.socket.terminate();
    bystander.terminate();
  });

  it("AC-21 closes at once when the person is taken off the speech", async () => {
    const { person, client, bystander } = await connected("removed");
    const { speeches } = office.server.runtime;
    await speeches.removeMember(office.administrator, office.speechId, person.id);
    expect(await client.closed).toBe(CLOSE_CODE["access-changed"]);
    expect(await (await office.connect(person)).outcome).toEqual({ closed: CLOSE_CODE["not-found"] });
    expect(bystander.readyState).toBe(bystander.OPEN);
    bystander.terminate();
  });

  it("SY-45 closes with too-large for a message over the limit, and nobody else's does", async () => {
    const { client, bystander } = await connected("large");
    client.socket.send(Buffer.alloc(LIMITS.messageBytes + 1));
    expect(await client.closed).toBe(CLOSE_CODE["too-large"]);
    expect(bystander.readyState).toBe(bystander.OPEN);
    bystander.terminate();
  });

  it("SY-46 closes with malformed-message for a text frame", async () => {
    const { client, bystander } = await connected("texting");
    client.socket.send("0");
    expect(await client.closed).toBe(CLOSE_CODE["malformed-message"]);
    // The same in a binary frame is a question for the state that is answered: sync, step 1, empty.
    bystander.send(Uint8Array.of(MESSAGE_SYNC, 0, 1, 0));
    await new Promise((resolve) => bystander.once("message", resolve));
    expect(bystander.readyState).toBe(bystander.OPEN);
    bystander.terminate();
  });
});

describe("the server's sockets", () => {
  /** The sockets of a server alone, without the product behind them; `http` is the caller's to close. */
  async function listening() {
    const http = createServer().listen(0, "localhost");
    await once(http, "listening");
    const sockets = createSocketServer();
    http.on("upgrade", (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, (accepted) => {
        sockets.emit("connection", accepted, request);
      });
    });
    const url = `ws://localhost:${(http.address() as AddressInfo).port}`; // of a TCP server
    /** A client, its socket here, and the TCP connection of either. */
    const connect = async (autoPong: boolean) => {
      const client = new WebSocket(url, { autoPong });
      const [[server, request], [upgrade]] = await Promise.all([
        once(sockets, "connection"),
        once(client, "upgrade"),
        once(client, "open"),
      ]);
      return { client, server, connection: request.socket as NetSocket, tcp: upgrade.socket as NetSocket };
    };
    return { http, sockets, url, connect };
  }

  it("SY-47 that don't answer pings are dropped, and those that do stay", async () => {
    const { http, sockets, connect } = await listening();
    const beat = createBeat(sockets);
    const silent = await connect(false);
    const answering = await connect(true);
    const heard = once(answering.server, "pong");
    beat();
    await heard;
    expect(silent.server.readyState).toBe(WebSocket.OPEN);
    const dropped = once(silent.client, "close");
    beat();
    expect(silent.server.readyState).not.toBe(WebSocket.OPEN);
    expect(answering.server.readyState).toBe(WebSocket.OPEN);
    // Without a closing handshake: the server thinks that nobody is there.
    expect((await dropped)[0]).toBe(1006);
    answering.client.terminate();
    http.close();
  });

  it("SY-47 that bring something stay, though their answer to the ping waits behind it", async () => {
    const { http, sockets, connect } = await listening();
    const beat = createBeat(sockets);
    const { client, server } = await connect(false);
    beat();
    for (let sent = 0; sent < 3; sent += 1) {
      const heard = once(server, "message");
      client.send(Buffer.alloc(1));
      await heard;
      beat();
      expect(server.readyState).toBe(WebSocket.OPEN);
    }
    beat();
    expect(server.readyState).not.toBe(WebSocket.OPEN);
    client.terminate();
    http.close();
  });

  it("SY-47 SY-33 that take what waits for them stay, and who takes nothing of it doesn't; all of it counts as waiting", async () => {
    const { http, sockets, connect } = await listening();
    const beat = createBeat(sockets);
    const { client, server, connection, tcp } = await connect(false);
    const port = socketPort(server, connection, true);
    /** The operating system takes no more. */
    const full = async () => {
      do await new Promise(setImmediate);
      while (connection.writableLength === 0);
    };
    client.pause();
    // More than the operating system keeps of it on either side.
    const bytes = 8 * LIMITS.socketBacklogBytes;
    port.send(Buffer.alloc(bytes));
    expect(port.bufferedBytes).toBeGreaterThan(bytes - LIMITS.socketBacklogBytes);
    await full();
    beat();
    for (let taken = 0; taken < 3; taken += 1) {
      const before = tcp.bytesRead;
      const gone = once(connection, "drain");
      client.resume();
      await gone;
      client.pause();
      await full();
      expect(tcp.bytesRead).toBeGreaterThan(before);
      beat();
      expect(server.readyState).toBe(WebSocket.OPEN);
    }
    beat();
    expect(server.readyState).not.toBe(WebSocket.OPEN);
    client.terminate();
    http.close();
  });

  it("SY-33 that are closed forget what waits for them", async () => {
    const { http, connect } = await listening();
    const { client, server, connection } = await connect(true);
    const port = socketPort(server, connection, true);
    client.pause();
    port.send(Buffer.alloc(8 * LIMITS.socketBacklogBytes));
    expect(port.bufferedBytes).toBeGreaterThan(LIMITS.socketBacklogBytes);
    port.close(CLOSE_CODE["resync-required"], "resync-required");
    port.send(Buffer.alloc(8 * LIMITS.socketBacklogBytes));
    expect(port.bufferedBytes).toBeLessThan(LIMITS.socketBacklogBytes);
    await once(server, "close");
    client.terminate();
    http.close();
  }, 20_000);

  it("SY-33 that are closed before they have read what waits for them are dropped with it", async () => {
    const { http, sockets, url } = await listening();
    const client = new WebSocket(url);
    const [[server]] = await Promise.all([once(sockets, "connection"), once(client, "open")]);
    client.pause();
    server.send(Buffer.alloc(4 * LIMITS.socketBacklogBytes));
    server.close(CLOSE_CODE["resync-required"], "resync-required");
    // ws itself would keep it for half a minute, longer than this test may take.
    await once(server, "close");
    expect(sockets.clients.size).toBe(0);
    client.terminate();
    http.close();
  }, 20_000);

  it("SY-103 that ask with pings and never read the answers are refused before many wait; read, they're welcome", async () => {
    const { http, sockets, url } = await listening();
    const client = new WebSocket(url);
    const [[server]] = await Promise.all([once(sockets, "connection"), once(client, "open")]);
    const flooded = new Promise<number>((resolve) => {
      answerPings(server, () => resolve(asked));
    });
    let asked = 0;
    const ask = async () => {
      asked += 1;
      const heard = once(server, "ping");
      client.ping();
      await heard;
    };
    for (let at = 0; at < 2 * LIMITS.waitingPongs; at += 1) {
      const answered = once(client, "pong");
      await ask();
      await answered;
    }
    client.pause();
    server.send(Buffer.alloc(4 * LIMITS.socketBacklogBytes));
    for (let at = 0; at <= LIMITS.waitingPongs; at += 1) await ask();
    expect(await flooded).toBe(3 * LIMITS.waitingPongs + 1);
    server.terminate();
    client.terminate();
    http.close();
  });

  it("OP-10 are told to come back when the server ends, however often it's told to", async () => {
    const office = await SocketOffice.open();
    const client = await office.connect(office.administrator);
    expect(await client.outcome).toBe("let in");
    const [first, second] = await Promise.all([office.server.close(), office.server.close()]);
    expect([first, second]).toEqual([true, true]);
    expect(await client.closed).toBe(CLOSE_CODE["shutting-down"]);
    const told = /at most (\d+) seconds/.exec(readFileSync("README.md", "utf8"))?.[1];
    expect(Number(told) * 1000).toBe(office.server.closeLimitMs + LEEWAY_MS);
    await office.close();
  });

  it("AU-35 behind a trusted proxy need the Secure cookie of an encrypted page", async () => {
    const office = await SocketOffice.open({ env: { TRUST_PROXY: "true" } });
    const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "office.example" };
    const proxied = { headers, origin: "https://office.example" };
    const plain = await office.connect(office.administrator, proxied);
    expect(await plain.outcome).toEqual({ closed: CLOSE_CODE.unauthenticated });
    const cookie = await office.cookie(office.administrator, { secure: true });
    const secure = await office.connect(office.administrator, { ...proxied, cookie });
    expect(await secure.outcome).toBe("let in");
    secure.socket.terminate();
    await office.close();
  });

  it("AU-35 take no proxy's word unless it is trusted", async () => {
    const office = await SocketOffice.open();
    const headers = { "x-forwarded-host": "elsewhere.example" };
    const claimed = await office.connect(office.administrator, {
      headers,
      origin: "http://elsewhere.example",
    });
    expect(await claimed.outcome).toEqual({ http: 403 });
    const own = await office.connect(office.administrator, { headers });
    expect(await own.outcome).toBe("let in");
    own.socket.terminate();
    await office.close();
  });
});
