/** A paragraph of an .odt as Word's: one, or several where the end of one was struck. */
import { TEXT, type XmlElement } from "../package/xml-elements";
import { type OdtText, type Place, wordBlocks } from "./odt-blocks";
import { type OdtDeletion, OTHER_CHANGE } from "./odt-changes";
import { struckBlocks, struckEnd, wordParagraph } from "./odt-deletions";
import { drawing } from "./odt-drawings";
import { numbered } from "./odt-list";
import { bodyOf, commentId } from "./odt-remarks";
import type { LineProperties } from "./odt-styles";
import { property, word, wordsOf, wordText } from "./word-markup";

/** Blanks that an element may stand for: a hostile file asks for more than there is memory. */
const MOST_BLANKS = 1000;
/** Marks without words, and words that stand for what is read elsewhere: the number of a heading or an item. */
const SILENT =
  /^text:(?:number$|bookmark|reference-mark|toc-mark|alphabetical-index-mark|user-index-mark|soft-page)/;

export function wordLines(element: XmlElement, place: Place, text: OdtText): XmlElement[] {
  return new LineWriter(element, place, text).lines();
}

class LineWriter {
  readonly #element: XmlElement;
  readonly #text: OdtText;
  readonly #style: LineProperties;
  readonly #isHidden: boolean;
  readonly #properties: readonly XmlElement[];
  readonly #before: XmlElement[] = [];
  #content: XmlElement[] = [];
  /** Whether a blank that comes now is one too many. */
  #hasBlank = true;
  /** Whether a link was begun that no word stands in yet. */
  #isLink = false;

  constructor(element: XmlElement, place: Place, text: OdtText) {
    this.#element = element;
    this.#text = text;
    this.#isHidden = place.isHidden;
    this.#style = text.styles.lineProperties(element.attributes["text:style-name"]);
    this.#properties = [...this.#style.paragraph, ...placeProperties(element, place, text, this.#style.list)];
  }

  lines(): XmlElement[] {
    this.#readAll(this.#element.children, []);
    const { insertedBy } = this.#text.changes;
    const mark = insertedBy === null ? [] : [word("ins", insertedBy)];
    return [...this.#before, wordParagraph({ properties: this.#properties, content: this.#content }, mark)];
  }

  #readAll(children: readonly XmlElement[], spans: readonly string[]): void {
    for (const child of children) this.#read(child, spans);
  }

  #read(element: XmlElement, spans: readonly string[]): void {
    const { name, attributes, children } = element;
    const id = attributes["text:change-id"] ?? "";
    switch (name) {
      case TEXT:
        this.#addText(element.text, spans);
        break;
      case "text:s":
        this.#addSigns(wordText(" ".repeat(blanks(attributes["text:c"]))), spans);
        break;
      case "text:tab":
        this.#addSigns(word("tab"), spans);
        break;
      case "text:line-break":
        this.#addSigns(word("br"), spans);
        break;
      case "text:span":
        this.#readAll(children, [attributes["text:style-name"] ?? "", ...spans]);
        break;
      case "text:meta":
      case "text:text-input":
      case "text:meta-field":
        this.#readAll(children, spans);
        break;
      case "text:a":
        this.#isLink = !(attributes["xlink:href"] ?? "#").startsWith("#");
        this.#readAll(children, spans);
        this.#isLink = false;
        break;
      case "text:ruby":
        this.#addSigns(rubyOf(element), spans);
        break;
      case "text:note":
        this.#addRun(this.#text.remarks.addNote(element, wordBlocks(bodyOf(element), this.#text)), spans);
        break;
      case "office:annotation":
        this.#addComment(element);
        break;
      case "office:annotation-end":
        this.#endComment(commentId(attributes["office:name"] ?? ""));
        break;
      case "text:change-start":
        if (this.#text.changes.begin(id) === "other") this.#content.push(OTHER_CHANGE);
        break;
      case "text:change-end":
        this.#text.changes.end(id);
        break;
      case "text:change":
        this.#addDeletion(this.#text.changes.deletion(id));
        break;
      default:
        this.#readOther(element, spans);
    }
  }

  #readOther(element: XmlElement, spans: readonly string[]): void {
    const { name } = element;
    if (name.startsWith("draw:")) this.#addRun(drawing(element, this.#text), spans);
    else if (name === "text:script") this.#addRun(word("object"), spans);
    else if (element.attributes["text:is-hidden"] === "true") this.#addHidden(element);
    else if (!SILENT.test(name) && wordsOf(element) !== "") this.#addField(element, spans);
  }

  #addHidden(element: XmlElement): void {
    this.#add(word("r", {}, [word("rPr", {}, [property("vanish", true)]), wordText(wordsOf(element))]));
  }

  /** What a program worked out. */
  #addField(element: XmlElement, spans: readonly string[]): void {
    const run = word("r", {}, [this.#runProperties(spans), wordText(wordsOf(element))]);
    this.#hasBlank = false;
    this.#add(word("fldSimple", { "w:instr": element.name }, [run]));
  }

  /** White space is one blank, and none where a paragraph begins (6.1.2). */
  #addText(written: string, spans: readonly string[]): void {
    const text = written
      .replace(/[ \t\r\n]+/g, " ")
      .slice(this.#hasBlank && /^[ \t\r\n]/.test(written) ? 1 : 0);
    if (text === "") return;
    this.#addRun(wordText(text), spans);
    this.#hasBlank = text.endsWith(" ");
  }

  #addSigns(part: XmlElement, spans: readonly string[]): void {
    this.#addRun(part, spans);
    this.#hasBlank = false;
  }

  #addRun(part: XmlElement, spans: readonly string[]): void {
    const run = word("r", {}, [this.#runProperties(spans), part]);
    this.#add(this.#isLink ? word("hyperlink", { "r:id": "link" }, [run]) : run);
    // Told once, however many looks its words have.
    if (part.name === "w:t") this.#isLink = false;
  }

  #runProperties(spans: readonly string[]): XmlElement {
    const hidden = this.#isHidden ? [property("vanish", true)] : [];
    return word("rPr", {}, [...hidden, ...this.#text.styles.spanProperties(spans), ...this.#style.runs]);
  }

  #add(part: XmlElement): void {
    const { insertedBy } = this.#text.changes;
    this.#content.push(insertedBy === null ? part : word("ins", insertedBy, [part]));
  }

  #addComment(annotation: XmlElement): void {
    const id = this.#text.remarks.addComment(annotation, wordBlocks(bodyOf(annotation), this.#text));
    if (this.#text.remarks.hasRange(annotation.attributes["office:name"] ?? "")) {
      this.#content.push(word("commentRangeStart", { "w:id": id }));
    } else this.#addReference(id);
  }

  #endComment(id: string): void {
    this.#content.push(word("commentRangeEnd", { "w:id": id }));
    this.#addReference(id);
  }

  #addReference(id: string): void {
    this.#content.push(word("r", {}, [word("commentReference", { "w:id": id })]));
  }

  /** What was struck stands with its paragraphs' ends in the register: the first goes on from here, the last ends here. */
  #addDeletion(deletion: OdtDeletion | null): void {
    if (deletion === null) return;
    const blocks = struckBlocks(deletion, this.#text);
    for (const [index, block] of blocks.entries()) {
      if (block.kind === "table") {
        this.#before.push(block.table);
        continue;
      }
      this.#content.push(...block.content);
      if (index === blocks.length - 1) break;
      const properties = this.#struckProperties(block.properties);
      this.#before.push(wordParagraph({ properties, content: this.#content }, struckEnd(deletion)));
      this.#content = [];
    }
  }

  /** A struck item stays in the list that its place is in. */
  #struckProperties(own: readonly XmlElement[]): readonly XmlElement[] {
    const isItem = (properties: readonly XmlElement[]) => properties.some(({ name }) => name === "w:numPr");
    return isItem(own) && isItem(this.#properties) ? this.#properties : own;
  }
}

/** What its place in the text makes of a paragraph: a heading, an item. */
function placeProperties(
  { name, attributes }: XmlElement,
  { item }: Place,
  { lists }: OdtText,
  styleList: string | undefined,
): XmlElement[] {
  const outline =
    name === "text:h" ? Math.min(9, Math.max(1, Number(attributes["text:outline-level"]) || 1)) - 1 : null;
  const made = outline === null ? [] : [property("outlineLvl", outline)];
  if (item !== null) return [...made, ...item(styleList)];
  const numId =
    outline === null || attributes["text:is-list-header"] === "true" ? null : lists.ofHeading(outline);
  return numId === null ? made : [...made, numbered(numId, outline ?? 0)];
}

const blanks = (count: string | undefined): number => {
  const number = Number(count ?? 1);
  return Number.isInteger(number) && number > 0 ? Math.min(number, MOST_BLANKS) : 1;
};

function rubyOf({ children }: XmlElement): XmlElement {
  const part = (from: string, to: string) => {
    const words = children.filter(({ name }) => name === from).map(wordsOf);
    return word(to, {}, [word("r", {}, [wordText(words.join(""))])]);
  };
  return word("ruby", {}, [part("text:ruby-text", "rt"), part("text:ruby-base", "rubyBase")]);
}
