/** Our own JSON files (core/speech-file.ts): a whole speech with its threads. */
import { Fragment } from "@tiptap/pm/model";
import { COMMENT_MARK } from "@/core/document/comment-mark";
import { deepestNesting } from "@/core/document/nesting";
import { proposersIn } from "@/core/document/proposers";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { ImportError, type ImportedText, type ImportFinding } from "@/core/import";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import { isReadable, type SpeechFile, speechFileHeadSchema, speechFileSchema } from "@/core/speech-file";
import { type FileVersions, NO_VERSIONS, peopleOfVersions } from "@/core/speech-file-versions";
import { createFindings } from "./findings";

export function readSpeechFile(bytes: Uint8Array): ImportedText {
  const { speech, document, people, threads, versions = NO_VERSIONS } = parsed(bytes);
  const { title, numberingStyle, ...settings } = speech;
  // The ids of threads are taken where the file comes from this very office.
  const newIds = new Map(threads.map(({ id }) => [id, newId()]));
  const named = new Set(people.map(({ id }) => id));
  // Somebody who left no name: of an older page, or changed by hand.
  const proposers = [document, ...versions.blocks].flatMap((node) => [...proposersIn(node)]);
  const nameless = [...new Set([...proposers, ...threads.flatMap(peopleIn), ...peopleOfVersions(versions)])]
    .filter((id) => !named.has(id))
    .map((id) => ({ id, name: "" }));
  return {
    document: withIds(document, newIds),
    numberingStyle,
    title: title === "" ? null : title,
    settings,
    versions: { ...versions, blocks: versions.blocks.map((block) => withIds(block, newIds)) },
    threads: threads.map(({ id, quote, suggestion, resolved, comments }) => ({
      id: newIds.get(id) ?? newId(),
      ...{ quote, suggestion, resolved },
      comments: comments.map(({ createdAt, id: _old, reactions, ...comment }) => ({
        ...comment,
        id: newId(),
        at: createdAt,
        reactions: reactions.map(({ reaction, people: who }) => ({ reaction, people: who })),
      })),
    })),
    authors: [...people, ...nameless].map(({ id, name }) => ({ key: id, name })),
    findings: findingsIn(threads),
  };
}

/** What a speech of this office has and none becomes by a file: told always, since every speech has some of it. */
function findingsIn(threads: SpeechFile["threads"]): readonly ImportFinding[] {
  const findings = createFindings();
  for (const { directive, comments } of threads) {
    if (directive !== null) findings.add("directive", comments[0]?.body);
  }
  findings.add("office-work");
  return findings.list();
}

const BLANK: DocumentNode = { type: "doc", content: [{ type: "paragraph" }] };

function parsed(bytes: Uint8Array): SpeechFile {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ImportError("damaged", "no JSON");
  }
  const head = speechFileHeadSchema.safeParse(value);
  if (!head.success) throw new ImportError("wrong-format", "not a speech's file");
  if (!isReadable(head.data)) throw new ImportError("newer-version");
  const file = speechFileSchema.safeParse(value);
  if (!file.success) throw new ImportError("damaged", "not what was written");
  // A speech that nobody has written in holds no block at all.
  const blank = file.data.document.type === "doc" && (file.data.document.content ?? []).length === 0;
  const document = blank ? BLANK : file.data.document;
  if (!fits(document)) throw new ImportError("damaged", "a document that doesn't fit");
  const versions = file.data.versions ?? NO_VERSIONS;
  requireBounded(versions);
  if (!versionsFit(versions)) throw new ImportError("damaged", "a version");
  // Refused, not made shallow as other files are: a version is what was signed.
  requireShallow(document);
  requireShallow({ type: "doc", content: versions.blocks });
  return { ...file.data, document };
}

function fits(document: DocumentNode): boolean {
  try {
    documentSchema().nodeFromJSON(document).check();
    return document.type === "doc";
  } catch {
    return false;
  }
}

function requireShallow(document: DocumentNode): void {
  if (deepestNesting(document) > LIMITS.nestedBlocks)
    throw new ImportError("too-complex", "blocks in blocks");
}

function requireBounded({ blocks, list }: FileVersions): void {
  const sizes = blocks.map((block) => JSON.stringify(block).length);
  let total = 0;
  for (const version of list) {
    const size = version.blocks.reduce((sum, place) => sum + (sizes[place] ?? 0), 0);
    total += size;
    if (size > LIMITS.fileVersionCharacters || total > LIMITS.fileVersionsCharacters) {
      throw new ImportError("too-large", "versions");
    }
  }
}

/** Each block is looked at once, however many versions have it. */
function versionsFit({ blocks, list }: FileVersions): boolean {
  const { doc } = documentSchema().nodes;
  try {
    const nodes = blocks.map((block) => documentSchema().nodeFromJSON(block));
    for (const node of nodes) node.check();
    return list.every((version) => {
      const content = version.blocks.flatMap((place) => nodes[place] ?? []);
      return content.length === version.blocks.length && doc?.validContent(Fragment.from(content));
    });
  } catch {
    return false;
  }
}

function peopleIn({ resolved, comments }: SpeechFile["threads"][number]): string[] {
  const ofComments = comments.flatMap(({ author, mentions, reactions }) => [
    author,
    ...mentions,
    ...reactions.flatMap(({ people }) => people),
  ]);
  return resolved === null ? ofComments : [resolved.by, ...ofComments];
}

/** A mark whose thread isn't in the file is left out: it would be somebody else's. */
function withIds(node: DocumentNode, ids: ReadonlyMap<string, string>): DocumentNode {
  const { content, marks, ...rest } = node;
  return {
    ...rest,
    ...(content !== undefined && { content: content.map((child) => withIds(child, ids)) }),
    ...(marks !== undefined && {
      marks: marks.flatMap((mark) => {
        if (mark.type !== COMMENT_MARK) return [mark];
        const thread = ids.get(String(mark.attrs?.thread));
        return thread === undefined ? [] : [{ ...mark, attrs: { ...mark.attrs, thread } }];
      }),
    }),
  };
}
