/** Where threads stand in the file: around the first to the last word that is marked with each. */
import { threadsOfMarks } from "@/core/document/marks-of";
import type { DocumentNode } from "@/core/document/schema";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { Thread } from "@/core/review/thread";
import { fonts } from "./run";
import { joined, type Xml, xml } from "./xml";

/** One comment of a thread under the number that it has in the file. */
export interface NumberedComment {
  readonly number: number;
  readonly thread: Thread;
  readonly index: number;
}

export class CommentAnchors {
  readonly comments: readonly NumberedComment[];
  readonly #numbers = new Map<string, readonly number[]>();
  readonly #first = new Map<DocumentNode, string[]>();
  readonly #last = new Map<DocumentNode, string[]>();
  /** On the speech as a whole, or on words that are gone: they stand at its beginning. */
  #placeless: readonly string[] = [];

  constructor(
    document: DocumentNode,
    threads: readonly Thread[],
    readonly paper: PaperStyle,
  ) {
    const comments: NumberedComment[] = [];
    for (const thread of threads) {
      const own = thread.comments.map((_, index) => ({ number: comments.length + index, thread, index }));
      this.#numbers.set(
        thread.id,
        own.map(({ number }) => number),
      );
      comments.push(...own);
    }
    this.comments = comments;
    this.#find(document);
  }

  #find(document: DocumentNode): void {
    const spans = new Map<string, { readonly first: DocumentNode; last: DocumentNode }>();
    const visit = (node: DocumentNode) => {
      for (const id of threadsOfMarks(node)) {
        const span = spans.get(id);
        if (span === undefined) spans.set(id, { first: node, last: node });
        else span.last = node;
      }
      for (const child of node.content ?? []) visit(child);
    };
    visit(document);
    for (const id of this.#numbers.keys()) {
      const span = spans.get(id);
      if (span === undefined) continue;
      this.#first.set(span.first, [...(this.#first.get(span.first) ?? []), id]);
      this.#last.set(span.last, [...(this.#last.get(span.last) ?? []), id]);
    }
    this.#placeless = [...this.#numbers.keys()].filter((id) => !spans.has(id));
  }

  /** What begins at this text node. */
  before(node: DocumentNode): Xml {
    return this.#starts(this.#first.get(node) ?? []);
  }

  /** What ends behind it. */
  after(node: DocumentNode): Xml {
    return this.#ends(this.#last.get(node) ?? []);
  }

  /** At the beginning of the first paragraph; later calls give nothing. */
  atBeginning(): Xml {
    const ids = this.#placeless;
    this.#placeless = [];
    return joined([this.#starts(ids), this.#ends(ids)]);
  }

  #starts(threads: readonly string[]): Xml {
    return joined(this.#of(threads).map((number) => xml("w:commentRangeStart", { "w:id": number })));
  }

  #ends(threads: readonly string[]): Xml {
    return joined(
      this.#of(threads).flatMap((number) => [
        xml("w:commentRangeEnd", { "w:id": number }),
        xml(
          "w:r",
          {},
          xml("w:rPr", {}, xml("w:rStyle", { "w:val": "CommentReference" }), fonts(this, { font: "song" })),
          xml("w:commentReference", { "w:id": number }),
        ),
      ]),
    );
  }

  #of(threads: readonly string[]): readonly number[] {
    return threads.flatMap((id) => this.#numbers.get(id) ?? []);
  }
}
