/** The layouts that an office made. Every method decides access itself, from `actor`. */
import type { Selectable } from "kysely";
import { AppError } from "@/core/errors";
import type { HouseStyle, HouseStyleChange, HouseStyleContent, PaperStyleId } from "@/core/house-style";
import { type HouseStyleId, newHouseStyleId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import { changePaper, type PaperChange } from "@/core/paper/paper-change";
import { type PaperStyle, paperStyleSchema } from "@/core/paper/paper-style";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import type { Person } from "@/core/person";
import type { Database, Queries } from "../db/database";
import type { HouseStylesTable } from "../db/house-styles-table";
import type { Clock } from "./clock";
import { requireInOffice } from "./office-access";

export interface HouseStyleService {
  /** Oldest first. */
  list(actor: Person): Promise<readonly HouseStyle[]>;
  /** `invalid-input` for a name that another layout has, `too-large` past the limit of layouts. */
  create(actor: Person, content: HouseStyleContent): Promise<HouseStyle>;
  /** Leaves the rest as it is, whoever set it; `invalid-input` where both together can't be printed. */
  change(actor: Person, id: HouseStyleId, change: HouseStyleChange): Promise<HouseStyle>;
  /** Files that were made with it stay on the record under its name. */
  remove(actor: Person, id: HouseStyleId): Promise<void>;
}

export function createHouseStyleService(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
}): HouseStyleService {
  const { database, clock } = dependencies;
  return {
    async list(actor) {
      requireInOffice(actor, "see-house-styles");
      const rows = await database.query((queries) =>
        queries.selectFrom("house_styles").selectAll().orderBy("created_at").orderBy("id").execute(),
      );
      return rows.map(styleOf);
    },

    async create(actor, { name, paper }) {
      requireInOffice(actor, "manage-house-styles");
      const id = newHouseStyleId();
      const at = clock.now();
      const row = { id, name, paper: JSON.stringify(paper), created_at: at, updated_at: at };
      await named(
        database.transaction(async (queries) => {
          const { count } = await queries
            .selectFrom("house_styles")
            .select((select) => select.fn.countAll<number>().as("count"))
            .executeTakeFirstOrThrow();
          if (Number(count) >= LIMITS.houseStyles) throw new AppError("too-large", "house styles");
          await queries.insertInto("house_styles").values(row).execute();
        }),
      );
      return { id, name, paper };
    },

    async change(actor, id, change) {
      requireInOffice(actor, "manage-house-styles");
      return named(
        database.transaction(async (queries) => {
          const row = await queries
            .selectFrom("house_styles")
            .selectAll()
            .where("id", "=", id)
            .$if(database.kind === "postgres", (query) => query.forUpdate())
            .executeTakeFirst();
          if (row === undefined) throw new AppError("not-found");
          const before = styleOf(row);
          const name = change.name ?? before.name;
          const paper = together(before.paper, change.paper ?? {});
          await queries
            .updateTable("house_styles")
            .set({ name, paper: JSON.stringify(paper), updated_at: clock.now() })
            .where("id", "=", id)
            .execute();
          return { id, name, paper };
        }),
      );
    },

    async remove(actor, id) {
      requireInOffice(actor, "manage-house-styles");
      const removed = await database.query((queries) =>
        queries.deleteFrom("house_styles").where("id", "=", id).returning("id").executeTakeFirst(),
      );
      if (removed === undefined) throw new AppError("not-found");
    },
  };
}

/** The layout behind an id, with the office's name for it; `invalid-input` for one that is gone. */
export async function paperOf(
  queries: Queries,
  id: PaperStyleId,
): Promise<{ readonly paper: PaperStyle; readonly styleName?: string }> {
  const preset = PAPER_PRESETS.find((known) => known === id);
  if (preset !== undefined) return { paper: paperPreset(preset) };
  const row = await queries
    .selectFrom("house_styles")
    .selectAll()
    .where("id", "=", id as HouseStyleId) // no preset's
    .executeTakeFirst();
  if (row === undefined) throw new AppError("invalid-input", "no such layout", { style: "invalid" });
  const { paper, name: styleName } = styleOf(row);
  return { paper, styleName };
}

/** Another administrator may have changed meanwhile what the change was looked at with. */
function together(style: PaperStyle, change: PaperChange): PaperStyle {
  const changed = paperStyleSchema.safeParse(changePaper(style, change));
  if (changed.success) return changed.data;
  const fields = changed.error.issues.map(({ path }) => [`paper.${path.join(".")}`, "invalid"]);
  throw new AppError("invalid-input", changed.error.message, Object.fromEntries(fields));
}

/** Read as strictly as it was written: what a newer program wrote isn't guessed at. */
function styleOf({ id, name, paper }: Selectable<HouseStylesTable>): HouseStyle {
  return { id, name, paper: paperStyleSchema.parse(JSON.parse(paper)) };
}

/** The only thing that is unique is the name. */
async function named<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    throw new AppError("invalid-input", error.message, { name: "taken" });
  }
}
