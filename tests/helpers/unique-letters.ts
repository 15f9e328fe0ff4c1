/** Texts in which no letter stands twice: a letter names the same place in several texts, whatever else is in them. */
import { Fragment, type Node } from "@tiptap/pm/model";
import { documentSchema } from "@/core/document/schema";
import { BREAK } from "@/core/document/suggestion-marks";
import { isStruck } from "@/core/review/struck";

const FIRST = 0x4e00;
/** Beyond the BMP: two units each. */
const FIRST_WIDE = 0x20000;

export class UniqueLetters {
  #given = 0;

  word(length: number): string {
    return Array.from({ length }, () => this.#next()).join("");
  }

  /** The same with letters of its own; a line without any gets one, since nothing else would name it. */
  relabelled(node: Node): Node {
    if (node.isText) return documentSchema().text(this.word([...(node.text ?? "")].length), node.marks);
    const content = Fragment.fromArray(node.children.map((child) => this.relabelled(child)));
    const isEmpty = node.isTextblock && node.textContent === "";
    return node.copy(isEmpty ? content.addToEnd(documentSchema().text(this.word(1))) : content);
  }

  #next(): string {
    this.#given += 1;
    return String.fromCodePoint(this.#given + (this.#given % 7 === 0 ? FIRST_WIDE : FIRST));
  }
}

export const lettersIn = ({ textContent }: Node): string[] => [...textContent.replaceAll(BREAK, "")];

/** Before the letter where it isn't struck out: a block that is proposed to be moved stands twice. */
export function placeOfLetter(doc: Node, letter: string): number {
  let place: number | null = null;
  doc.descendants((node, pos) => {
    if (isStruck(node)) return false;
    const at = node.text?.indexOf(letter) ?? -1;
    if (at >= 0) place ??= pos + at;
    return place === null;
  });
  if (place === null) throw new Error(`no ${letter} in ${doc}`);
  return place;
}

export const behindLetter = (doc: Node, letter: string) => placeOfLetter(doc, letter) + letter.length;
