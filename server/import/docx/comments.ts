/** comments.xml and commentsExtended.xml as threads, and where in the text they stand. */
import type { FindingKind, ImportedComment, ImportedThread } from "@/core/import";
import { LIMITS } from "@/core/limits";
import { newId } from "@/core/new-id";
import { childrenOf, within, type XmlElement } from "../package/xml-elements";
import type { Authors } from "./authors";
import { rootsOf } from "./comment-roots";
import { hasPicture, plainText } from "./plain-text";

interface Read {
  readonly number: string;
  readonly paragraph: string;
  readonly isPicture: boolean;
  readonly comments: readonly ImportedComment[];
}

interface Gathered {
  readonly id: string;
  readonly isDone: boolean;
  readonly comments: ImportedComment[];
}

export class CommentThreads {
  /** By the number of the comment that a thread begins with. */
  readonly #threads = new Map<string, Gathered>();
  readonly #notes: Gathered[] = [];
  readonly #authors: Authors;
  /** Numbers of comments that are nothing but a picture, whose marks weren't read. */
  readonly #pictures: Set<string>;

  constructor(
    {
      comments,
      extended,
      answered,
    }: {
      readonly comments: XmlElement | undefined;
      readonly extended: XmlElement | undefined;
      /** By number of an answer that of its remark, where the extended part doesn't say. */
      readonly answered: ReadonlyMap<string, string>;
    },
    { authors, found }: { readonly authors: Authors; found(kind: FindingKind, where: string): void },
  ) {
    this.#authors = authors;
    const elements = childrenOf(comments, "w:comment");
    const read = elements.map((element) => readComment(element, authors, found));
    this.#pictures = new Set(read.flatMap(({ number, isPicture }) => (isPicture ? [number] : [])));
    const entries = new Map(
      childrenOf(extended, "w15:commentEx").map(({ attributes }) => [attributes["w15:paraId"], attributes]),
    );
    const byParagraph = new Map(
      read.flatMap((comment) => (comment.paragraph === "" ? [] : [[comment.paragraph, comment] as const])),
    );
    const byNumber = new Map(read.map((comment) => [comment.number, comment]));
    const parentOf = ({ paragraph, number }: Read): Read | undefined =>
      byParagraph.get(entries.get(paragraph)?.["w15:paraIdParent"] ?? "") ??
      byNumber.get(answered.get(number) ?? "");
    const roots = rootsOf(read, parentOf);
    for (const root of read.filter((comment) => roots.get(comment) === comment)) {
      const isDone = ["1", "true", "on"].includes(entries.get(root.paragraph)?.["w15:done"] ?? "0");
      this.#threads.set(root.number, { id: newId(), isDone, comments: [...root.comments] });
    }
    // An answer to an answer is one to the thread, wherever the file lists it.
    for (const comment of answered.size === 0 ? read : inOrderOfTime(read)) {
      const root = roots.get(comment) ?? comment;
      if (root !== comment) this.#threads.get(root.number)?.comments.push(...comment.comments);
    }
    // A remark without words keeps its place and its state for its answers.
    for (const [number, { comments }] of this.#threads) {
      if (comments.length === 0) this.#threads.delete(number);
    }
  }

  /** The thread that begins with the comment of this number; null for answers and for what isn't there. */
  threadOf(number: string): string | null {
    return this.#threads.get(number)?.id ?? null;
  }

  /** Whether the comment of this number is nothing but a picture; each is seen once. */
  seePicture(number: string): boolean {
    return this.#pictures.delete(number);
  }

  /** Comments that are nothing but a picture and stand nowhere. */
  get unseenPictures(): ReadonlySet<string> {
    return this.#pictures;
  }

  /** A thread of its own for a footnote's words; its id. */
  addNote(body: string): string {
    const comments = bodies(body).map((part) => ({
      id: newId(),
      author: this.#authors.keyOf(undefined),
      at: null,
      body: part,
    }));
    const note = { id: newId(), isDone: false, comments };
    this.#notes.push(note);
    return note.id;
  }

  /** `quotes`: by thread the words that it stands on; who isn't in it is about the whole text. */
  list(quotes: ReadonlyMap<string, string>): ImportedThread[] {
    return [...this.#threads.values(), ...this.#notes].map(({ id, isDone, comments }) => ({
      id,
      quote: quotes.get(id) ?? null,
      resolved: isDone ? { by: null, at: null } : null,
      comments,
    }));
  }
}

const inOrderOfTime = (read: readonly Read[]): readonly Read[] => {
  const timeOfComment = ({ comments }: Read) => comments[0]?.at ?? 0;
  return read.toSorted((one, other) => timeOfComment(one) - timeOfComment(other));
};

function readComment(
  element: XmlElement,
  authors: Authors,
  found: (kind: FindingKind, where: string) => void,
): Read {
  const body = plainText(element, found);
  const parts = bodies(body);
  if (parts.length > 1) found("long-comment", body);
  const isPictured = hasPicture(element);
  // Without words it is told where its mark is.
  if (isPictured && body !== "") found("picture", body);
  const author = authors.keyOf(element.attributes["w:author"]);
  const at = authors.timeOf(element);
  return {
    number: element.attributes["w:id"] ?? "",
    isPicture: isPictured && body === "",
    // What the extended part knows a comment by is its last paragraph.
    paragraph: within(element, "w:p").at(-1)?.attributes["w14:paraId"] ?? "",
    comments: parts.map((part) => ({ id: newId(), author, at, body: part })),
  };
}

/** A body cut into as many as a comment may have characters; none for an empty one. */
function bodies(body: string): string[] {
  const parts: string[] = [];
  let rest = body;
  while (rest.length > LIMITS.commentCharacters) {
    const isSplitPair = /[\ud800-\udbff]/.test(rest.charAt(LIMITS.commentCharacters - 1));
    const cut = LIMITS.commentCharacters - (isSplitPair ? 1 : 0);
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return rest === "" ? parts : [...parts, rest];
}
