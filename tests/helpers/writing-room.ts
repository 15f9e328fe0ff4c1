/** A room of people who write in the same moment, and none of whom sees what the others do meanwhile. */
import { carriedRuns } from "@/core/authors/carried-runs";
import { IdRanges } from "@/core/authors/id-ranges";
import { readOrigins } from "@/core/authors/origins";
import { RemovalIndex } from "@/core/authors/removal-index";
import { documentSchema } from "@/core/document/schema";
import { newPersonId } from "@/core/ids";
import { inOneMoment } from "./in-one-moment";
import { openRooms, until } from "./rooms";
import { editShared, textOf } from "./shared-edit";
import { SyncClient } from "./sync-client";

/** With two lines of two kinds: of two alike the binding would make one of the other. */
export async function openWritingRoom(first = "我们要推动工作") {
  const { rooms, speechId, log } = openRooms();
  const join = async (suggests = false) => {
    const client = new SyncClient(rooms, speechId, {
      role: suggests ? "suggester" : "editor",
      suggests,
      personId: newPersonId(),
    });
    await until(() => client.allSaved);
    return client;
  };
  const chief = await join();
  chief.write(first);
  chief.write("各单位要落实");
  editShared(chief.doc, (tr) =>
    tr.setBlockType(tr.doc.child(0).nodeSize + 1, undefined, documentSchema().nodes.heading ?? tr.doc.type, {
      level: 2,
    }),
  );
  await until(() => chief.allSaved);
  const [mover, typist, proposer] = [await join(), await join(), await join(true)];
  const everybody = [chief, mover, typist, proposer];
  const together = () =>
    until(() => {
      // The server's own text is taken in when somebody asks.
      void rooms.textOf(speechId);
      return (
        new Set(everybody.map(({ fragment }) => fragment.toString())).size === 1 &&
        everybody.every(({ allSaved }) => allSaved)
      );
    });
  await together();
  /** Nobody sees what the others do meanwhile. */
  const atOnce = async (...edits: (() => void)[]) => {
    inOneMoment(log, edits);
    await together();
  };
  const text = () =>
    textOf(chief.doc)
      .children.map(({ textContent }) => textContent)
      .join("|");
  /** Everybody has what the server mended too. */
  const settled = async () => {
    await rooms.textOf(speechId);
    await together();
  };
  /** Who is known to have typed what stands there. */
  const writers = () => {
    const origins = readOrigins(chief.fragment);
    const carried = new IdRanges(carriedRuns(origins, new RemovalIndex(log.removals.get(speechId) ?? [])));
    const typists = origins
      .flatMap(({ letters }) => letters)
      .map(({ clientId, clock }) => carried.at({ clientId, clock: clock ?? 0 })?.typedBy ?? clientId);
    const bindings = log.bindings.get(speechId) ?? [];
    return new Set(typists.map((typist) => bindings.find(({ clientId }) => clientId === typist)?.personId));
  };
  const comeBack = ({ doc, personId }: SyncClient) => {
    everybody[everybody.findIndex((client) => client.doc === doc)] = new SyncClient(rooms, speechId, {
      role: "editor",
      personId,
      doc,
    });
  };
  return { chief, mover, typist, proposer, atOnce, comeBack, together, settled, text, writers };
}
