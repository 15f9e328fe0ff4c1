/**
 * A whole speech as one JSON file: text with its suggestions, threads, versions, settings, the names of
 * everybody in them. Written to be read again here, and by others' programs for as long as they like.
 * What the office did with the speech isn't in it: a file is no signature, nor whose words its letters are.
 */
import * as z from "zod";
import { DIRECTIVE_KINDS } from "./directive";
import { documentNodeSchema } from "./document/document-node";
import { ID_PATTERN } from "./id-form";
import { CHARACTERS_PER_MINUTE, LIMITS } from "./limits";
import { oneLineSchema } from "./one-line";
import { SCHEMA_VERSION } from "./protocol";
import { REACTIONS, type Thread } from "./review/thread";
import { NUMBERING_STYLES } from "./speech";
import { fileVersionsSchema } from "./speech-file-versions";
import { stageSchema } from "./speech-requests";

const FORMAT = "lectern-speech";
/** Of the file around the document, which has a version of its own. */
const FILE_VERSION = 2;

const id = z.string().regex(ID_PATTERN);
const time = z.number().int().min(0);
const text = oneLineSchema().max(LIMITS.titleCharacters);

const commentSchema = z.object({
  id,
  author: id,
  body: z.string().max(LIMITS.commentCharacters),
  deleted: z.boolean(),
  createdAt: time,
  editedAt: time.nullable(),
  mentions: z.array(id).max(LIMITS.mentionsPerComment),
  reactions: z
    .array(z.object({ reaction: z.enum(REACTIONS), people: z.array(id).max(LIMITS.importedAuthors) }))
    .max(REACTIONS.length),
});

const threadSchema = z.object({
  id,
  quote: z.string().max(LIMITS.quoteCharacters).nullable(),
  /** The suggestion that it is about. Left out, as what follows, by files of before it was kept. */
  suggestion: id.nullable().default(null),
  /** For whoever reads the file: an instruction is its leader's, who isn't asked by whoever reads it in. */
  directive: z.enum(DIRECTIVE_KINDS).nullable().default(null),
  resolved: z.object({ by: id, at: time }).nullable(),
  comments: z.array(commentSchema).min(1).max(LIMITS.commentsPerThread),
});

/** What says that a file is one of these, before the rest of it is looked at. */
export const speechFileHeadSchema = z.object({
  format: z.literal(FORMAT),
  fileVersion: z.number().int(),
  schemaVersion: z.number().int(),
});

export const speechFileSchema = speechFileHeadSchema.extend({
  /** Epoch milliseconds. */
  exportedAt: time,
  speech: z.object({
    title: text,
    speaker: text,
    occasion: text,
    dueOn: z.iso.date().nullable(),
    /** For whoever reads the file; a speech that is made of it begins anew. */
    stage: stageSchema,
    numberingStyle: z.enum(NUMBERING_STYLES),
    charactersPerMinute: z.number().int().min(CHARACTERS_PER_MINUTE.min).max(CHARACTERS_PER_MINUTE.max),
  }),
  /** Who proposes, comments, made a version or is named by any of it. */
  people: z
    .array(z.object({ id, name: oneLineSchema().max(LIMITS.nameCharacters) }))
    .max(LIMITS.importedAuthors),
  document: documentNodeSchema,
  threads: z.array(threadSchema).max(LIMITS.threadsPerSpeech),
  /** Since file version 2. */
  versions: fileVersionsSchema.optional(),
});
export type SpeechFile = z.infer<typeof speechFileSchema>;

/** Whether this program can read what a file's head says; a later one may have written it. */
export function isReadable({ fileVersion, schemaVersion }: z.infer<typeof speechFileHeadSchema>): boolean {
  return fileVersion <= FILE_VERSION && schemaVersion <= SCHEMA_VERSION;
}

export type SpeechFileContent = Pick<SpeechFile, "exportedAt" | "speech" | "document" | "versions"> & {
  readonly threads: readonly Thread[];
  /** Names of those who propose something or made a version, by id. */
  readonly names: ReadonlyMap<string, string>;
};

export function speechFileOf({ names, threads, ...rest }: SpeechFileContent): SpeechFile {
  const people = new Map(names);
  const note = (person: { readonly id: string; readonly name: string }) => {
    people.set(person.id, person.name);
    return person.id;
  };
  return {
    format: FORMAT,
    fileVersion: FILE_VERSION,
    schemaVersion: SCHEMA_VERSION,
    ...rest,
    threads: threads.map(({ id, quote, suggestion, directive, resolved, comments }) => ({
      id,
      quote,
      suggestion,
      directive,
      resolved: resolved && { by: note(resolved.by), at: resolved.at },
      comments: comments.map((comment) => ({
        id: comment.id,
        author: note(comment.author),
        body: comment.body,
        deleted: comment.deleted,
        createdAt: comment.createdAt,
        editedAt: comment.editedAt,
        mentions: [...comment.mentions],
        reactions: comment.reactions.map(({ reaction, people: who }) => ({
          reaction,
          people: who.map(note),
        })),
      })),
    })),
    people: [...people].map(([person, name]) => ({ id: person, name })),
  };
}
