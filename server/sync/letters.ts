/** The letters of a shared text with their identity, which the binding's own view of it doesn't show. */
import * as Y from "yjs";

/** Letters that were typed in one go and carry the same marks. */
export interface Letters {
  readonly client: number;
  /** The clock of the first; each UTF-16 unit takes one. */
  readonly clock: number;
  readonly text: string;
  /** Marks by the binding's keys; null ends one. */
  readonly marks: Readonly<Record<string, unknown>>;
}

/** In document order, without what is deleted. */
export function lettersIn(text: Y.XmlText): Letters[] {
  const letters: Letters[] = [];
  let marks: Record<string, unknown> = {};
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    if (content instanceof Y.ContentFormat) {
      const { [content.key]: _ended, ...others } = marks;
      marks = content.value === null ? others : { ...others, [content.key]: content.value };
    } else if (content instanceof Y.ContentString) {
      letters.push({ client: id.client, clock: id.clock, text: content.str, marks });
    }
  }
  return letters;
}

/** One letter's identity. */
export const letterKey = (client: number, clock: number): string => `${client} ${clock}`;
