import { afterEach } from "vitest";
import type { RoomsOptions } from "@/server/sync/rooms";
import type { TestDatabase } from "./databases";
import { openVersionOffice, type VersionOffice } from "./version-office";

/** A pause in the typing that comes in no test: what it does happens only when it is asked for. */
const NEVER = { quietMs: 3_600_000, longestMs: 3_600_000 } as const;

/** Opens offices with versions in the tests of a file, and closes their rooms after each. */
export function versionOffices() {
  const opened: VersionOffice["liveRooms"][] = [];
  /** Also those of other servers on the same data. */
  const closeLater = (liveRooms: VersionOffice["liveRooms"]) => opened.push(liveRooms);
  afterEach(async () => {
    for (const liveRooms of opened.splice(0)) await liveRooms.close();
  });
  const open = async (database: TestDatabase, options: Partial<RoomsOptions> = {}) => {
    const storage = await database.open();
    const office = await openVersionOffice(storage, { pauseMs: NEVER, ...options });
    closeLater(office.liveRooms);
    return { ...office, database: storage.database };
  };
  return { open, closeLater };
}
