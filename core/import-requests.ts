/** Importing as every layer sees it: what is asked for, and what a file would become. */
import * as z from "zod";
import type { DocumentNode } from "./document/schema";
import { type PersonId, personIdSchema, requestKeySchema, speechIdSchema } from "./ids";
import type { ImportedThread, ImportFinding } from "./import";
import { type ImportFormat, TEXT_ENCODINGS, type TextEncoding } from "./import-format";
import { LIMITS } from "./limits";
import { oneLineSchema } from "./one-line";
import type { NumberingStyle } from "./speech";
import { fileTimeZoneSchema } from "./time-zone";
import type { VersionComparison } from "./version";
import { versionRefSchema } from "./version-requests";

/** The file's bytes are the body; it is sent again with every request, since nothing of it is kept. */
const file = {
  name: oneLineSchema().min(1).max(255),
  /** Found when it isn't given. */
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  /** By whose clock a file tells times that it gives no zone for. */
  timeZone: fileTimeZoneSchema,
};

/** Who the people named in the file are, in its order: ids, `-` for an outside author. */
const people = z
  .string()
  .default("")
  .transform((list) => (list === "" ? [] : list.split(",")))
  .pipe(z.array(z.union([z.literal("-").transform(() => null), personIdSchema])).max(LIMITS.importedAuthors));

export const importPreviewSchema = z.object({ ...file, speech: speechIdSchema.optional() });

export const speechImportSchema = z.object({
  ...file,
  people,
  title: oneLineSchema().max(LIMITS.titleCharacters).default(""),
  key: requestKeySchema.optional(),
});
export type SpeechImport = z.infer<typeof speechImportSchema>;

export const versionImportSchema = z.object({
  ...file,
  people,
  /** Whether its comments become threads of the speech. */
  comments: z.stringbool().default(true),
  key: requestKeySchema.optional(),
});
export type VersionImport = z.infer<typeof versionImportSchema>;

/** Compares the file with a version or the text as it is now; nothing is kept. */
export const fileComparisonSchema = z.object({
  ...file,
  with: versionRefSchema,
  /** Which of the two the file is. */
  side: z.enum(["before", "after"]),
});
export type FileComparisonRequest = z.infer<typeof fileComparisonSchema>;

/** As `people` takes it. */
export const writePeople = (chosen: readonly (PersonId | null)[]): string =>
  chosen.map((id) => id ?? "-").join(",");

/** Somebody that a name in a file may stand for. */
export interface ImportCandidate {
  readonly id: PersonId;
  readonly name: string;
  readonly department: string;
  /** On the speech, or whoever imports: may stand for any name. */
  readonly ofSpeech: boolean;
}

export interface ImportPreviewAuthor {
  /** Stands in the document's suggestions and the threads. */
  readonly key: string;
  readonly name: string;
  /** The only person of that name; null leaves an outside author. */
  readonly match: PersonId | null;
}

export interface ImportPreview {
  readonly format: ImportFormat;
  /** Null where the format says it itself. */
  readonly encoding: TextEncoding | null;
  readonly title: string;
  readonly document: DocumentNode;
  readonly numberingStyle: NumberingStyle;
  readonly threads: readonly ImportedThread[];
  readonly authors: readonly ImportPreviewAuthor[];
  /** Whom the authors may stand for, each once: core/import-candidates.ts says who of them for which name. */
  readonly colleagues: readonly ImportCandidate[];
  readonly findings: readonly ImportFinding[];
  /** How many versions come with it into a new speech. */
  readonly versions: number;
}

export interface FileComparison {
  /** Neither version is named on the file's side, and nobody is known to have made its changes. */
  readonly compared: VersionComparison;
  readonly findings: readonly ImportFinding[];
  /** Null where the format says it itself. */
  readonly encoding: TextEncoding | null;
}
