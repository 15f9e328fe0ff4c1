/** Somebody whose page shows one caret after another, each under an id of its own. */
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LIMITS } from "@/core/limits";
import { decodeAwareness, encodeAwareness } from "@/server/sync/awareness-message";
import { ClientOwners } from "@/server/sync/client-owners";
import { element, forge } from "../helpers/forged-update";
import { openRooms, until } from "../helpers/rooms";
import { sendAwareness } from "../helpers/send-awareness";
import { SyncClient } from "../helpers/sync-client";

const shown = (client: SyncClient) =>
  client.awareness.flatMap((body) => decodeAwareness(body)).map(({ clientId }) => clientId);

describe("carets under many ids", () => {
  it("SY-161 a viewer's message of thousands that come and go is refused, and nobody is told of them", async () => {
    const { rooms, speechId } = openRooms();
    const reader = new SyncClient(rooms, speechId);
    const viewer = new SyncClient(rooms, speechId, { role: "viewer" });
    await until(() => reader.allSaved && viewer.role === "viewer");
    const pairs = Array.from({ length: 20_000 }, (_, index) => 1_000_000 + index).flatMap(
      (id): [number, number, string][] => [
        [id, 1, "{}"],
        [id, 2, "null"],
      ],
    );
    viewer.send(encodeAwareness(pairs));
    expect(viewer.closeError).toBe("too-many-requests");
    const honest = new SyncClient(rooms, speechId, { role: "viewer" });
    await until(() => honest.role === "viewer");
    sendAwareness(honest, honest.doc.clientID, { cursor: null });
    await until(() => shown(reader).includes(honest.doc.clientID));
    expect(shown(reader).length).toBeLessThanOrEqual(LIMITS.caretIdsPerSocket + 1);
    expect(honest.closed).toBeNull();
  });

  it("SY-161 of two ids that one socket announces only the first is shown, until it has left", async () => {
    const { rooms, speechId } = openRooms({ idleTimeoutMs: 10_000 });
    const witness = new SyncClient(rooms, speechId);
    const page = new SyncClient(rooms, speechId);
    const honest = new SyncClient(rooms, speechId);
    await until(() => witness.allSaved && page.allSaved && honest.allSaved);
    page.send(
      encodeAwareness([
        [1, 1, "{}"],
        [2, 1, "{}"],
      ]),
    );
    page.send(encodeAwareness([[2, 2, "{}"]]));
    // What came before it is told with it, or was before.
    sendAwareness(honest, honest.doc.clientID, { cursor: null });
    await until(() => shown(witness).includes(honest.doc.clientID));
    expect(new Set(shown(witness))).toEqual(new Set([1, honest.doc.clientID]));
    expect(page.closed).toBeNull();

    page.send(
      encodeAwareness([
        [1, 2, "null"],
        [2, 3, "{}"],
      ]),
    );
    await until(() => shown(witness).includes(2));
  });

  it("SY-105 however many ids others announce, one that was shown is kept for its owner", async () => {
    const { rooms, speechId } = openRooms({ idleTimeoutMs: 10_000 });
    const owner = new SyncClient(rooms, speechId);
    const taker = new SyncClient(rooms, speechId);
    await until(() => owner.allSaved && taker.allSaved);
    sendAwareness(owner, owner.doc.clientID, { cursor: null });
    owner.disconnect();
    const ids = Array.from({ length: 10 * LIMITS.socketsPerRoom + 1 }, (_, index) => index + 1);
    taker.send(encodeAwareness(ids.map((id) => [id, 1, "1"])));
    taker.sendUpdate(
      forge(taker, (fragment, doc) => {
        doc.clientID = owner.doc.clientID;
        fragment.push([element("paragraph", new Y.XmlText("占了别人的编号"))]);
      }),
    );
    expect(taker.closeError).toBe("author-mismatch");

    const owners = new ClientOwners();
    owners.announce(0, owner.personId);
    for (const id of ids) owners.announce(id, taker.personId);
    expect(owners.mayUse(0, taker.personId)).toBe(false);
    expect(owners.mayUse(0, owner.personId)).toBe(true);
    expect(owners.mayUse(ids.length, owner.personId)).toBe(false);
  });
});
