/** Which stages this office has, what it calls them, in which order, and what it expects in each. */
import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { AppError } from "@/core/errors";
import { DEFAULT_STAGES, isBuiltIn, type OfficeStage, type OfficeStages } from "@/core/office-stages";
import type { Person } from "@/core/person";
import type { Stage } from "@/core/speech";
import type { Database, DatabaseKind, Queries } from "../db/database";
import type { Flag } from "../db/tables";
import { requireInOffice } from "./office-access";

export interface OfficeStageService {
  /** Those left out among them. For everybody who is signed in. */
  read(): Promise<OfficeStages>;
  /**
   * All of them at once, for an administrator; who has a page open sees it when loading the next. `conflict` when they
   * aren't `known` any more, which somebody else changed: unless they are so already.
   * `stage-in-use`, with those stages as its fields, while speeches stand in one that is to be left out.
   */
  change(actor: Person, stages: OfficeStages, known?: OfficeStages): Promise<OfficeStages>;
}

export function createOfficeStageService(database: Database): OfficeStageService {
  return {
    read: () => database.query(readOfficeStages),
    async change(actor, stages, known) {
      requireInOffice(actor, "manage-stages");
      return database.transaction(async (queries) => {
        await holdStages(queries, database.kind, "to-change");
        const before = await readOfficeStages(queries);
        // Sent again, by a click too many or since the answer got lost.
        if (isDeepStrictEqual(before, stages)) return before;
        if (known !== undefined && !isDeepStrictEqual(before, known)) {
          throw new AppError("conflict", "somebody else changed the stages");
        }
        const removed = await removedBy(queries, stages);
        await queries.deleteFrom("office_stages").execute();
        const rows = [...stages.filter((each) => !each.removed), ...removed].map(
          ({ needsSignOff, ...each }, index) => ({
            ...each,
            removed: flagOf(each.removed),
            needs_sign_off: flagOf(needsSignOff),
            position: index + 1,
          }),
        );
        await queries.insertInto("office_stages").values(rows).execute();
        return readOfficeStages(queries);
      });
    },
  };
}

/**
 * Those that are left out from now on, also where somebody else added one meanwhile. One of the office's
 * own of which no draft was ever made leaves nothing behind.
 */
async function removedBy(queries: Queries, stages: OfficeStages): Promise<readonly OfficeStage[]> {
  const named = new Set(stages.map(({ stage }) => stage));
  const unnamed = (await readOfficeStages(queries)).filter(({ stage }) => !named.has(stage));
  const removed = [...stages, ...unnamed.map((each) => ({ ...each, removed: true }))].filter(
    (each) => each.removed,
  );
  const ids = removed.map(({ stage }) => stage);
  if (ids.length === 0) return removed;
  const inUse = await queries
    .selectFrom("speeches")
    .where("stage", "in", ids)
    .select("stage")
    .distinct()
    .execute();
  if (inUse.length > 0) {
    const fields = Object.fromEntries(inUse.map(({ stage }) => [stage, "invalid"] as const));
    throw new AppError("stage-in-use", undefined, fields);
  }
  const drafts = await queries
    .selectFrom("versions")
    .where("stage", "in", ids)
    .select("stage")
    .distinct()
    .execute();
  const drafted = new Set<Stage | null>(drafts.map(({ stage }) => stage));
  return removed.filter(({ stage }) => isBuiltIn(stage) || drafted.has(stage));
}

export async function readOfficeStages(queries: Queries): Promise<OfficeStages> {
  const rows = await queries
    .selectFrom("office_stages")
    .select(["stage", "name", "expects", "removed", "needs_sign_off"])
    .orderBy("position")
    .execute();
  if (rows.length === 0) return DEFAULT_STAGES;
  return rows.map(({ needs_sign_off, removed, ...row }) => ({
    ...row,
    removed: removed === 1,
    needsSignOff: needs_sign_off === 1,
  }));
}

const flagOf = (value: boolean): Flag => (value ? 1 : 0);

/**
 * Keeps the stages as they are until the transaction ends, so that no speech comes into one that is being
 * left out. SQLite's transactions take turns anyway.
 */
export async function holdStages(
  queries: Queries,
  kind: DatabaseKind,
  how: "as-they-are" | "to-change",
): Promise<void> {
  if (kind === "sqlite") return;
  const mode = how === "to-change" ? sql`exclusive` : sql`share`;
  await sql`lock table office_stages in ${mode} mode`.execute(queries);
}
