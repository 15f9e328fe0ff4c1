/**
 * The sockets on which open pages hear how many notices are unread, each its own person's. A message says
 * no more than the number: a page that wants the notices asks for them, and is judged then.
 */
import type { Logger } from "pino";
import type { WebSocket } from "ws";
import { CLOSE_CODE } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { NoticeBell } from "../services/ports";
import type { Relay } from "../sync/ports";

export interface NoticeChannelOptions {
  readonly relay: Pick<Relay, "publishOffice" | "onOffice" | "onAvailable">;
  /** Null for somebody whose account is disabled, whose sockets then close. */
  readonly unread: (personId: PersonId) => Promise<number | null>;
  readonly logger: Pick<Logger, "warn">;
}

export interface NoticeChannel extends NoticeBell {
  /** Tells the number at once and with every change, until the socket closes. False when a person has too many. */
  open(socket: WebSocket, personId: PersonId): boolean;
  /** Closes this person's sockets on this node; who comes again is judged anew. */
  revoke(personId: PersonId): void;
  close(): void;
}

export function createNoticeChannel({ relay, unread, logger }: NoticeChannelOptions): NoticeChannel {
  const sockets = new Map<PersonId, Set<WebSocket>>();

  async function tell(personId: PersonId): Promise<void> {
    const open = sockets.get(personId);
    if (open === undefined) return;
    try {
      const count = await unread(personId);
      for (const socket of open) {
        if (count === null) socket.close();
        else socket.send(JSON.stringify({ unread: count }));
      }
    } catch (error) {
      // The next notice tells it again; opening the inbox always asks the database.
      logger.warn({ err: error }, "unread notices not told");
    }
  }
  const tellAll = (people: readonly PersonId[]) => {
    for (const personId of people) void tell(personId);
  };
  const stops = [
    relay.onOffice((message) => {
      if (message.kind === "noticed") tellAll(message.people);
      if (message.kind === "back") tellAll([...sockets.keys()]);
    }),
    // What nodes said to one another meanwhile is lost, that an account was disabled too.
    relay.onAvailable((available) => {
      if (available) tellAll([...sockets.keys()]);
    }),
  ];

  return {
    open(socket, personId) {
      const open = sockets.get(personId) ?? new Set();
      if (open.size >= LIMITS.socketsPerPerson) return false;
      sockets.set(personId, open.add(socket));
      socket.on("close", () => {
        open.delete(socket);
        if (open.size === 0 && sockets.get(personId) === open) sockets.delete(personId);
      });
      void tell(personId);
      return true;
    },
    revoke(personId) {
      for (const socket of sockets.get(personId) ?? []) socket.close(CLOSE_CODE["access-changed"]);
    },
    ring(people) {
      if (people.length === 0) return;
      relay.publishOffice({ kind: "noticed", people });
      tellAll(people);
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}
