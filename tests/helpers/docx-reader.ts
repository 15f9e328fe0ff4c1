/**
 * Reads a .docx as its standard says, knowing nothing of the writer: parts by name, and the lines that
 * remain when Word accepts or rejects all revisions (ECMA-376 part 1, 17.13.5).
 */
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export type Decision = "accept" | "reject";

/** What goes when all is accepted or rejected, text and ends of paragraphs. */
const GOES: Readonly<Record<Decision, readonly string[]>> = {
  accept: ["del", "moveFrom"],
  reject: ["ins", "moveTo"],
};

export class DocxReader {
  readonly #parts: Readonly<Record<string, Uint8Array>>;

  constructor(bytes: Uint8Array) {
    this.#parts = unzipSync(bytes);
  }

  get partNames(): readonly string[] {
    return Object.keys(this.#parts);
  }

  /** Throws for markup that isn't well formed. */
  part(name: string): Document {
    const bytes = this.#parts[name];
    if (bytes === undefined) throw new Error(`no part ${name}`);
    const onError = (level: string, message: string) => {
      throw new Error(`${name}: ${level}: ${message}`);
    };
    return new DOMParser({ onError }).parseFromString(strFromU8(bytes), "text/xml");
  }

  /** All elements of that name in a part. */
  all(part: string, name: string): Element[] {
    return [...this.part(part).getElementsByTagNameNS(W, name)];
  }

  /** Lines that aren't empty, without line breaks. */
  lines(decision: Decision): string[] {
    const [body] = this.all("word/document.xml", "body");
    if (body === undefined) throw new Error("no body");
    return linesIn(body, decision).filter((line) => line !== "");
  }
}

export const attribute = (element: Element | undefined, name: string): string | null =>
  element?.getAttributeNS(W, name) ?? null;

export function child(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  const [name, ...rest] = path;
  if (name === undefined || element === undefined) return element;
  return child(
    children(element).find(({ localName }) => localName === name),
    ...rest,
  );
}

const children = (element: Element): Element[] =>
  [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);

/** A paragraph whose mark goes goes on in the next one beside it. */
function linesIn(container: Element, decision: Decision): string[] {
  const lines: string[] = [];
  let open: string | null = null;
  for (const element of children(container)) {
    if (element.localName === "p") {
      const text: string = (open ?? "") + textOf(element, decision);
      if (GOES[decision].some((name) => child(element, "pPr", "rPr", name) !== undefined)) open = text;
      else {
        lines.push(text);
        open = null;
      }
    } else if (element.localName === "tbl" && rowsOf(element, decision).length > 0) {
      // One that goes whole doesn't part the paragraphs around it.
      if (open !== null) lines.push(open);
      open = null;
      lines.push(...linesOfTable(element, decision));
    }
  }
  if (open !== null) lines.push(open);
  return lines;
}

function rowsOf(table: Element, decision: Decision): Element[] {
  const goes = decision === "accept" ? "del" : "ins";
  return children(table).filter((row) => row.localName === "tr" && child(row, "trPr", goes) === undefined);
}

function linesOfTable(table: Element, decision: Decision): string[] {
  return rowsOf(table, decision)
    .flatMap((row) => children(row).filter(({ localName }) => localName === "tc"))
    .flatMap((cell) => linesIn(cell, decision));
}

function textOf(element: Element, decision: Decision): string {
  if (GOES[decision].some((name) => name === element.localName)) return "";
  if (element.localName === "t" || element.localName === "delText") return element.textContent ?? "";
  return children(element)
    .map((inner) => textOf(inner, decision))
    .join("");
}
