/** One paragraph: its text in pieces, each with its looks, its revisions and the threads it belongs to. */
import type { FindingKind } from "@/core/import";
import { type Raising, raisedText } from "@/core/text/raised";
import { childOf, within, type XmlElement } from "../package/xml-elements";
import { placeInLine } from "../place-in-line";
import { readDrawing } from "./drawings";
import { plainTextOf } from "./element-words";
import { LinePieces, type PieceBase } from "./line-pieces";
import { partedLine } from "./parted-lines";
import { ownWords, plainText } from "./plain-text";
import { alternative, type Reading } from "./reading";
import { aidLooks, NO_AIDS, withCues, withoutAidLooks } from "./reading-aids";
import { readRuby, rubyTexts } from "./ruby";
import { runText } from "./run-text";
import { complexField, formText } from "./shown-fields";
import type { Fate, LineStyle, Looks, SourceLine } from "./source";
import { STAYS } from "./source";
import { flagOf } from "./style-sheet";
import { fontsOf, type Signs } from "./symbols";
import { withNumberWritten } from "./written-numbers";

export interface ReadLine {
  /** More than one where a page ends in it. */
  readonly lines: readonly SourceLine[];
  /** Text boxes that hang on the paragraph. */
  readonly boxes: readonly TextBox[];
}

export interface TextBox {
  /** What stands in it. */
  readonly content: XmlElement;
  /** Of the run that it hangs on, which it comes and goes with. */
  readonly fate: Fate;
}

/** What an element around runs brings to them. */
const TRANSPARENT = new Set(["w:hyperlink", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent"]);
const INSERTED = new Set(["w:ins", "w:moveTo"]);
const DELETED = new Set(["w:del", "w:moveFrom"]);

export function readLine(paragraph: XmlElement, reading: Reading): ReadLine {
  return new LineReader(paragraph, reading).read();
}

class LineReader {
  readonly #paragraph: XmlElement;
  readonly #reading: Reading;
  readonly #style: LineStyle;
  readonly #pieces: LinePieces;
  readonly #boxes: TextBox[] = [];
  #ownWords: string | null = null;

  constructor(paragraph: XmlElement, reading: Reading) {
    this.#paragraph = paragraph;
    this.#reading = reading;
    this.#pieces = new LinePieces(reading);
    this.#style = reading.styles.lineStyle(childOf(paragraph, "w:pPr"));
  }

  read(): ReadLine {
    const properties = childOf(this.#paragraph, "w:pPr");
    this.#readAll(this.#paragraph.children, STAYS);
    this.#reading.fields.endParagraph();
    const change = childOf(properties, "w:pPrChange");
    const mark = childOf(properties, "w:rPr");
    const { list, outline } = this.#style;
    const number = list === null ? null : this.#reading.lists.next(list.numId, list.level);
    const end = this.#fateOf(mark);
    const line: SourceLine = {
      kind: "line",
      style: this.#style,
      was:
        change === undefined
          ? null
          : {
              style: this.#reading.styles.lineStyle(childOf(change, "w:pPr")),
              revision: this.#reading.revision(change),
            },
      pieces: withCues(this.#pieces.all),
      number,
      label: list === null ? null : this.#reading.lists.label(list.numId, list.level),
      end,
      runsOn: flagOf(mark, "w:specVanish") === true,
      isRunIn: false,
    };
    // A number in words is said: it is text, and the paragraph no list's.
    const isSaid =
      list !== null && outline === null && this.#reading.lists.level(list.numId, list.level).isInWords;
    return { lines: partedLine(isSaid ? withNumberWritten(line) : line), boxes: this.#boxes };
  }

  #fateOf(properties: XmlElement | undefined): Fate {
    const find = (names: ReadonlySet<string>) => properties?.children.find(({ name }) => names.has(name));
    const [inserted, deleted] = [find(INSERTED), find(DELETED)];
    return {
      inserted: inserted === undefined ? null : this.#reading.revision(inserted),
      deleted: deleted === undefined ? null : this.#reading.revision(deleted),
    };
  }

  #readAll(elements: readonly XmlElement[], fate: Fate): void {
    for (const element of elements) this.#readOne(element, fate);
  }

  #readOne(element: XmlElement, fate: Fate): void {
    const { name, children, attributes } = element;
    if (name === "w:r") this.#readRun(element, fate);
    else if (INSERTED.has(name)) {
      this.#readAll(children, { ...fate, inserted: this.#reading.revision(element) });
    } else if (DELETED.has(name)) {
      this.#readAll(children, { ...fate, deleted: this.#reading.revision(element) });
    } else if (TRANSPARENT.has(name)) {
      if (name === "w:hyperlink" && "r:id" in attributes) this.#tell("link", plainTextOf(element));
      this.#readAll(children, fate);
    } else if (name === "w:sdt") this.#readAll(childOf(element, "w:sdtContent")?.children ?? [], fate);
    else if (name === "w:fldSimple") this.#readAll(complexField(element), fate);
    else if (name === "mc:AlternateContent") this.#readAll(alternative(element), fate);
    else if (name === "m:oMath" || name === "m:oMathPara") {
      this.#tell(
        "equation",
        within(element, "m:t")
          .map(({ text }) => text)
          .join(""),
      );
    } else this.#reading.readOther(element);
  }

  #readRun(run: XmlElement, fate: Fate): void {
    const properties = childOf(run, "w:rPr");
    const style = this.#reading.styles.runStyle(properties, this.#style);
    const change = childOf(properties, "w:rPrChange");
    const before = change && this.#reading.styles.runStyle(childOf(change, "w:rPr"), this.#style);
    const { looks, hasOwnBold } = before ?? style;
    const isRestyled = !sameLooks(looks, style.looks);
    if (change !== undefined && !isRestyled) this.#reading.found("other-revision", plainTextOf(run));
    const aids = this.#reading.styles.namesEverything ? aidLooks(properties) : NO_AIDS;
    const base: PieceBase = {
      ...fate,
      ...aids,
      looks,
      hasOwnBold,
      restyled:
        change === undefined || !isRestyled
          ? null
          : { revision: this.#reading.revision(change), looks: style.looks },
      font: style.font,
      size: style.size,
    };
    if (style.hidden) this.#reading.found("hidden-text", plainTextOf(run));
    const words = plainTextOf(run);
    const paragraph = childOf(this.#paragraph, "w:pPr");
    const told = withoutAidLooks(properties, aids);
    const isFormatted = this.#reading.styles.isFormatted(told, paragraph, this.#style);
    const isUnraised = style.raising !== null && raisedText(words, style.raising) === null;
    if (words.trim() !== "" && (isFormatted || isUnraised)) this.#reading.found("formatting", words);
    const { hidden } = style;
    const raising = isUnraised ? null : style.raising;
    for (const child of run.children)
      this.#readContent(child, { base, hidden, raising, fonts: fontsOf(properties) });
  }

  #readContent(element: XmlElement, run: InRun): void {
    const { base, hidden, fonts, raising } = run;
    const { fields, found } = this.#reading;
    const add = (text: string, reading: string | null = null) => {
      if (hidden || fields.isInCode || text === "") return;
      fields.readText();
      this.#pieces.add((raising && raisedText(text, raising)) || text, base, reading);
    };
    const written = runText(element, fonts);
    if (written !== null) {
      this.#addSigns(written, add);
      return;
    }
    switch (element.name) {
      case "w:instrText":
      case "w:delInstrText":
        fields.code(element.text);
        break;
      case "w:fldChar":
        this.#readFieldMark(element, add);
        break;
      case "w:ruby":
        for (const { text, reading } of readRuby(element, (words) => found("ruby", words)))
          add(text, reading);
        break;
      case "w:footnoteReference":
        this.#addNote("footnote", element, run);
        break;
      case "w:endnoteReference":
        this.#addNote("endnote", element, run);
        break;
      case "w:commentReference":
        if (this.#reading.threads.seePicture(element.attributes["w:id"] ?? "")) this.#tell("picture");
        this.#pieces.placeComment(element.attributes["w:id"] ?? "");
        break;
      case "mc:AlternateContent":
        for (const child of alternative(element)) this.#readContent(child, run);
        break;
      case "w:drawing":
      case "w:pict":
      case "w:object":
        this.#readDrawing(element, run);
        break;
      default:
        this.#reading.readOther(element);
    }
  }

  #addSigns({ text, hasUnknown }: Signs, add: (text: string) => void): void {
    if (hasUnknown) this.#tell("unknown-character");
    add(text);
  }

  #readFieldMark(element: XmlElement, add: (text: string, reading?: string | null) => void): void {
    const { fields, found } = this.#reading;
    const type = element.attributes["w:fldCharType"];
    if (type === "begin") fields.begin(formText(element));
    else if (type === "separate") fields.separate();
    else if (type === "end") {
      const { finding, text, phonetic } = fields.end();
      if (finding !== null) this.#tell(finding, text);
      add(text);
      if (phonetic === null) return;
      const unkept = (words: string) => found("ruby", words);
      for (const { text, reading } of rubyTexts(phonetic.base, phonetic.reading, unkept)) add(text, reading);
    }
  }

  #addNote(kind: "footnote" | "endnote", { attributes }: XmlElement, { base, hidden }: InRun): void {
    const note = this.#reading.notes[kind].get(attributes["w:id"] ?? "");
    if (note === undefined || hidden) return;
    const { body, isPictured } = note;
    if (isPictured && base.deleted === null) this.#tell("picture", body);
    if (body === "") return;
    // A thread can't be proposed: a note that somebody took away is none.
    if (base.deleted !== null) {
      this.#reading.found("other-revision", body);
      return;
    }
    this.#reading.found(kind, body);
    this.#pieces.placePoint(this.#reading.threads.addNote(body));
  }

  #readDrawing(element: XmlElement, { base, hidden }: InRun): void {
    const { boxes, finding, alternative: instead } = readDrawing(element);
    if (finding !== null) this.#tell(finding, "", instead);
    // The words of a hidden one were told with its run.
    if (hidden) return;
    for (const content of boxes) {
      this.#boxes.push({ content, fate: { inserted: base.inserted, deleted: base.deleted } });
      this.#tell("text-box", plainText(content));
    }
  }

  /** By its own words, else as everything is placed. */
  #tell(kind: FindingKind, words = "", instead = ""): void {
    const { lastWords: before } = this.#pieces;
    const where = words.trim() || placeInLine({ before, line: this.#wordsOfLine, instead });
    if (where === "") this.#reading.findings.addBetween(kind);
    else this.#reading.found(kind, where);
  }

  get #wordsOfLine(): string {
    this.#ownWords ??= ownWords(this.#paragraph).replaceAll("\ufffd", "").trim();
    return this.#ownWords;
  }
}

/** The run that something stands in. */
interface InRun {
  readonly base: PieceBase;
  readonly hidden: boolean;
  /** Null where its words can't be written so. */
  readonly raising: Raising | null;
  /** That it names itself. */
  readonly fonts: readonly string[];
}

const sameLooks = (one: Looks, other: Looks) => one.bold === other.bold && one.italic === other.italic;
