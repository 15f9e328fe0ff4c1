/**
 * XML of a stranger's package as plain elements. Document types, and with them entities, are refused
 * before anything of them is used; nothing is ever fetched.
 */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { ImportError } from "@/core/import";

export interface XmlElement {
  /** `prefix:local` with the prefix that the vocabulary gives to its namespace. */
  readonly name: string;
  /** Named likewise; those without a namespace by their local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All text directly in it; none where text stands among the children. */
  readonly text: string;
}

/** The name of a child that is text. */
export const TEXT = "#text";

/** Prefixes by namespace. What is in none of them gets the prefix `?`. */
export type XmlVocabulary = ReadonlyMap<string, string>;

/** Elements of a long document that are looked at one after the other, and not kept. */
export interface XmlVisitor {
  /** The name of the element that holds them. */
  readonly parent: string;
  visit(element: XmlElement): void;
}

export interface XmlOptions {
  readonly visitor?: XmlVisitor;
  /** Whether text stands among the children, each stretch where it was: for markup within text. */
  readonly isMixed?: boolean;
}

interface Open {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Nobody nests tables as deep, and what walks the elements calls itself for each level. */
const DEEPEST = 200;
const MOST_ELEMENTS = 3_000_000;
const CHUNK_BYTES = 64 * 1024;

/** The root element. Throws ImportError `damaged`, `unsafe`, `too-large` or `too-complex`. */
export function readXml(
  bytes: Uint8Array,
  vocabulary: XmlVocabulary,
  { visitor, isMixed = false }: XmlOptions = {},
): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  parser.on("doctype", () => {
    throw new ImportError("unsafe", "a document type");
  });
  parser.on("opentag", (tag) => {
    elements += 1;
    if (elements > MOST_ELEMENTS) throw new ImportError("too-large", "elements");
    if (open.length >= DEEPEST) throw new ImportError("too-complex", "nesting");
    open.push(opened(tag, vocabulary));
  });
  const addText = (text: string) => {
    const current = open.at(-1);
    if (current === undefined) return;
    if (isMixed) current.children.push({ name: TEXT, attributes: {}, children: [], text });
    else current.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    const parent = open.at(-1);
    if (element === undefined) return;
    if (parent === undefined) root = element;
    else if (parent.name === visitor?.parent) visitor.visit(element);
    else parent.children.push(element);
  });
  parse(parser, bytes);
  if (root === undefined) throw new ImportError("damaged", "no element");
  return root;
}

function opened({ uri, local, attributes }: SaxesTagNS, vocabulary: XmlVocabulary): Open {
  const own: Record<string, string> = {};
  for (const { uri: space, local: name, value } of Object.values(attributes)) {
    own[space === "" ? name : `${vocabulary.get(space) ?? "?"}:${name}`] = value;
  }
  return { name: `${vocabulary.get(uri) ?? "?"}:${local}`, attributes: own, children: [], text: "" };
}

/** In pieces, so that a long part isn't there three times. */
function parse(parser: SaxesParser<{ xmlns: true }>, bytes: Uint8Array): void {
  try {
    const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError("damaged", "markup");
  }
}

/** UTF-8 and UTF-16 are all that an office package may use (ISO 29500-2, 8.1.4). */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** The first element on this path of names. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found;
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** All elements of that name in it, in document order. */
export function within(element: XmlElement | undefined, name: string): XmlElement[] {
  if (element === undefined) return [];
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...within(child, name),
  ]);
}
