/** Somebody who types into a paragraph of their own, one character an edit, with a caret that follows. */
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/schema";
import { encodeCursor } from "./protocols";

/** The paragraph and its text take up the first two clocks; each character takes one. */
const PARAGRAPH_CLOCKS = 2;
const SENTENCE = "各位同事，今年工作总的要求是稳中求进，把各项任务落到实处。";

export class Writer {
  private readonly doc = new Y.Doc();
  private readonly text = new Y.XmlText();
  private typed = 0;
  private cursorClock = 0;
  /** When each clock was sent, performance.now() in milliseconds. */
  readonly sentAt: number[] = [];

  /** @param index place among the room's writers */
  constructor(readonly index: number) {}

  get clientId(): number {
    return this.doc.clientID;
  }

  get characters(): number {
    return this.typed;
  }

  /** The paragraph itself, as the first update. */
  begin(): Uint8Array {
    return this.edit(() => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [this.text]);
      this.doc.getXmlFragment(FRAGMENT).insert(0, [paragraph]);
    });
  }

  type(): Uint8Array {
    const character = SENTENCE.charAt(this.typed % SENTENCE.length);
    this.typed += 1;
    return this.edit(() => this.text.insert(this.typed - 1, character));
  }

  /** The caret behind the last character, as the editor's binding reports it. */
  cursor(): Uint8Array {
    const item = { client: this.clientId, clock: PARAGRAPH_CLOCKS + this.typed - 1 };
    const position = { type: null, tname: null, item, assoc: 0 };
    const user = { name: `撰稿人${this.index}`, color: "#1c5fa8" };
    this.cursorClock += 1;
    const state = JSON.stringify({ user, cursor: { anchor: position, head: position } });
    return encodeCursor(this.clientId, this.cursorClock, state);
  }

  private edit(change: () => void): Uint8Array {
    let update: Uint8Array | undefined;
    this.doc.once("update", (bytes: Uint8Array) => {
      update = bytes;
    });
    this.doc.transact(change);
    if (update === undefined) throw new Error("an edit without an update");
    const now = performance.now();
    const clock = Y.getState(this.doc.store, this.clientId);
    while (this.sentAt.length < clock) this.sentAt.push(now);
    return update;
  }
}
