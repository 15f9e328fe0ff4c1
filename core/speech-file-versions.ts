/**
 * The versions in a speech's file. Their texts are mostly alike, so each block that differs is written once and a
 * version says which ones it is made of: a thousand versions weigh little more than what was written anew.
 */
import * as z from "zod";
import { documentNodeSchema } from "./document/document-node";
import type { DocumentNode } from "./document/schema";
import { ID_PATTERN } from "./id-form";
import { LIMITS } from "./limits";
import { oneLineSchema } from "./one-line";
import { NUMBERING_STYLES } from "./speech";
import { stageSchema } from "./speech-requests";
import { VERSION_KINDS } from "./version";

const id = z.string().regex(ID_PATTERN);
const count = z.number().int().min(0);

const fileVersionSchema = z.object({
  kind: z.enum(VERSION_KINDS),
  name: oneLineSchema().max(LIMITS.versionWords),
  note: z.string().max(LIMITS.versionWords),
  /** Null for one that made itself. */
  madeBy: id.nullable(),
  /** Epoch milliseconds. */
  createdAt: count,
  /** Characters since the version before. */
  added: count,
  deleted: count,
  authors: z
    // Files of before it was counted say nothing of what was taken away.
    .array(z.object({ person: id, characters: count, removed: count.default(0) }))
    .max(LIMITS.importedAuthors),
  /** The place in the list of the version that was brought back by this one. */
  from: count.nullable(),
  stage: z.object({ name: stageSchema, draft: count.min(1) }).nullable(),
  /** Left out by files of before it was kept: then the speech's. */
  numberingStyle: z.enum(NUMBERING_STYLES).optional(),
  /** Places in `blocks`, in the order of the text. */
  blocks: z.array(count),
});
export type FileVersion = z.infer<typeof fileVersionSchema>;

/** Oldest first. */
export const fileVersionsSchema = z.object({
  blocks: z.array(documentNodeSchema),
  list: z.array(fileVersionSchema).max(LIMITS.versionsPerFile),
});
export type FileVersions = z.infer<typeof fileVersionsSchema>;

export const NO_VERSIONS: FileVersions = { blocks: [], list: [] };

/** The text of one of them; throws RangeError for a block that isn't there. */
export function textOfVersion({ blocks }: FileVersions, version: FileVersion): DocumentNode {
  const content = version.blocks.map((place) => {
    const block = blocks[place];
    if (block === undefined) throw new RangeError("a block that isn't in the file");
    return block;
  });
  return { type: "doc", content };
}

/** Everybody who made one, took part in one, or proposes something in one. */
export function peopleOfVersions({ list }: FileVersions): string[] {
  return list.flatMap(({ madeBy, authors }) => [
    ...(madeBy === null ? [] : [madeBy]),
    ...authors.map(({ person }) => person),
  ]);
}
