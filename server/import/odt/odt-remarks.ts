/** Comments and notes, which stand in the text of an .odt, as parts of their own. */
import { childOf, within, type XmlElement } from "../package/xml-elements";
import { signatureOf } from "./odt-changes";
import { word } from "./word-markup";

const PARAGRAPH_ID = "w14:paraId";

export class OdtRemarks {
  readonly #comments: XmlElement[] = [];
  readonly #extended: XmlElement[] = [];
  readonly #notes: Record<"footnote" | "endnote", XmlElement[]> = { footnote: [], endnote: [] };
  /** Names of those that stand on words and not on a point. */
  readonly #ranges: ReadonlySet<string>;

  /** `body`: in which they stand. */
  constructor(body: XmlElement | undefined) {
    const ends = within(body, "office:annotation-end");
    this.#ranges = new Set(ends.map(({ attributes }) => attributes["office:name"] ?? ""));
  }

  /** Whether an annotation of this name ends at another place. */
  hasRange(name: string): boolean {
    return this.#ranges.has(name);
  }

  /** `blocks`: its words. The number by which Word knows it. */
  addComment(annotation: XmlElement, blocks: readonly XmlElement[]): string {
    const { attributes } = annotation;
    const id = commentId(attributes["office:name"] ?? `#${this.#comments.length}`);
    const last = word("p", { [PARAGRAPH_ID]: id });
    this.#comments.push(word("comment", { ...signatureOf(annotation), "w:id": id }, [...blocks, last]));
    const parent = attributes["loext:parent-name"];
    this.#extended.push({
      ...word(""),
      name: "w15:commentEx",
      attributes: {
        "w15:paraId": id,
        "w15:done": attributes["loext:resolved"] === "true" ? "1" : "0",
        ...(parent === undefined ? {} : { "w15:paraIdParent": commentId(parent) }),
      },
    });
    return id;
  }

  /** `blocks`: its words. The element of a run that stands at its place. */
  addNote(note: XmlElement, blocks: readonly XmlElement[]): XmlElement {
    const kind = note.attributes["text:note-class"] === "endnote" ? "endnote" : "footnote";
    const id = String(this.#notes[kind].length);
    this.#notes[kind].push(word(kind, { "w:id": id }, blocks));
    return word(`${kind}Reference`, { "w:id": id });
  }

  /** Programs that say which remark an answer was given to came late; of the others none does. */
  get hidesAnswers(): boolean {
    return !this.#extended.some(({ attributes }) => "w15:paraIdParent" in attributes);
  }

  get comments(): XmlElement {
    return word("comments", {}, this.#comments);
  }

  get commentsExtended(): XmlElement {
    return { ...word(""), name: "w15:commentsEx", children: this.#extended };
  }

  notes(kind: "footnote" | "endnote"): XmlElement {
    return word(`${kind}s`, {}, this.#notes[kind]);
  }
}

/** What an annotation of this name is called here. */
export const commentId = (name: string): string => `odt ${name}`;

/** The words of an annotation or a note. */
export const bodyOf = (remark: XmlElement): readonly XmlElement[] =>
  childOf(remark, "text:note-body")?.children ??
  remark.children.filter(({ name }) => name.startsWith("text:"));
