/** What this office calls its stages, in which order, and what it expects in each. */
import { canInOffice } from "@/core/access";
import { AppError } from "@/core/errors";
import { DEFAULT_STAGES, type OfficeStages } from "@/core/office-stages";
import type { Person } from "@/core/person";
import type { Database, Queries } from "../db/database";

export interface OfficeStageService {
  /** For everybody who is signed in. */
  read(): Promise<OfficeStages>;
  /** All of them at once, for an administrator; who has a page open sees it when loading the next. */
  change(actor: Person, stages: OfficeStages): Promise<OfficeStages>;
}

export function createOfficeStageService(database: Database): OfficeStageService {
  return {
    read: () => database.query(readOfficeStages),
    async change(actor, stages) {
      if (!canInOffice(actor, "manage-stages")) throw new AppError("forbidden");
      return database.transaction(async (queries) => {
        await queries.deleteFrom("office_stages").execute();
        const rows = stages.map((each, index) => ({ ...each, position: index + 1 }));
        await queries.insertInto("office_stages").values(rows).execute();
        return readOfficeStages(queries);
      });
    },
  };
}

export async function readOfficeStages(queries: Queries): Promise<OfficeStages> {
  const rows = await queries
    .selectFrom("office_stages")
    .select(["stage", "name", "expects"])
    .orderBy("position")
    .execute();
  return rows.length === 0 ? DEFAULT_STAGES : rows;
}
