/** What was said where a notice leads, in short: a comment, or a task. The callers decided who may see it. */
import type { CommentId, VersionId } from "@/core/ids";
import type { Queries } from "../db/database";
import { directiveThreads } from "./directive-threads";

const EXCERPT_CHARACTERS = 120;

/** Of all kinds, what says where their words are. */
export interface FactsToRead {
  readonly comment?: CommentId;
  readonly version?: VersionId;
  readonly position?: number;
}

/** By which tasksSaid() keeps what is to be done. */
export const taskKey = ({ version, position }: FactsToRead) => `${version} ${position}`;

/** What is to be done, by taskKey(). */
export async function tasksSaid(
  queries: Queries,
  versions: readonly VersionId[],
): Promise<ReadonlyMap<string, string>> {
  if (versions.length === 0) return new Map();
  const rows = await queries
    .selectFrom("stage_tasks")
    .where("version_id", "in", versions)
    .select(["version_id as version", "position", "what"])
    .execute();
  return new Map(rows.map((row) => [taskKey(row), row.what]));
}

interface Excerpt {
  readonly text: string;
  /** Said about a directive, which isn't for everybody on the speech. */
  readonly isOfDirective: boolean;
}

/** By comment; one that was deleted says nothing. */
export async function excerptsOf(
  queries: Queries,
  ids: readonly CommentId[],
): Promise<ReadonlyMap<CommentId, Excerpt>> {
  if (ids.length === 0) return new Map();
  const said = queries.selectFrom("comments").where("comments.id", "in", ids).where("deleted", "=", 0);
  const rows = await said.select(["id", "body", "thread_id as thread"]).execute();
  const ofDirectives = await directiveThreads(queries)
    .where("threads.id", "in", said.select("thread_id"))
    .execute();
  const directives = new Set(ofDirectives.map(({ id }) => id));
  return new Map(
    rows.map(({ id, body, thread }) => [
      id,
      { text: shortened(body), isOfDirective: directives.has(thread) },
    ]),
  );
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= EXCERPT_CHARACTERS ? text : `${letters.slice(0, EXCERPT_CHARACTERS).join("")}……`;
}
