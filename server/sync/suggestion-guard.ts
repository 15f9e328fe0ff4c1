/**
 * Whether somebody who may only suggest did nothing else: without their suggestions the text, and
 * everybody else's suggestions in it, must be the same before and after each of their messages.
 */
import { yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import { AppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import { settle } from "@/core/review/settle";

type Text = ReturnType<typeof yXmlFragmentToProseMirrorRootNode>;

export class SuggestionGuard {
  /** Everything accepted, durable or not; made when the first suggester writes. */
  private accepted: Y.Doc | null = null;
  /** The text without this person's suggestions, as long as nothing else was accepted. */
  private last: { readonly personId: PersonId; readonly text: Text } | null = null;

  /** `everything` is what the room holds and what is on its way to the disk. */
  constructor(private readonly everything: () => readonly Uint8Array[]) {}

  /** Call for each update that was accepted without `check`. */
  take(update: Uint8Array): void {
    this.last = null;
    if (this.accepted !== null) Y.applyUpdate(this.accepted, update);
  }

  /** Throws AppError `content-not-allowed` for more than suggestions; else it has taken the update. */
  check(personId: PersonId, update: Uint8Array): void {
    const doc = this.accepted ?? this.build();
    const before = this.last?.personId === personId ? this.last.text : textWithout(doc, personId);
    Y.applyUpdate(doc, update);
    const text = textWithout(doc, personId);
    if (!before.eq(text)) {
      this.forget();
      throw new AppError("content-not-allowed", "more than a suggestion");
    }
    this.last = { personId, text };
  }

  /** Frees the copy; call also when the room closes. */
  forget(): void {
    this.accepted?.destroy();
    this.accepted = null;
    this.last = null;
  }

  private build(): Y.Doc {
    const doc = createSharedDocument();
    for (const update of this.everything()) Y.applyUpdate(doc, update);
    this.accepted = doc;
    return doc;
  }
}

function textWithout(doc: Y.Doc, personId: PersonId): Text {
  const text = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(FRAGMENT), documentSchema());
  return settle(text, ({ person }) => (person === personId ? "reject" : "keep"));
}
