/** Frames, shapes and what hangs in them (ISO/IEC 26300-1, 10): their words are read, the rest is told. */
import { within, type XmlElement } from "../package/xml-elements";
import { type OdtText, wordBlocks } from "./odt-blocks";
import { word, wordsOf } from "./word-markup";

/** What a frame says instead of itself, as Word's drawings have it. */
const alternativesOf = (element: XmlElement): XmlElement[] =>
  [...within(element, "svg:title"), ...within(element, "svg:desc")].map((alternative) =>
    word("docPr", { descr: wordsOf(alternative) }),
  );

const OBJECTS = /^draw:(?:object|object-ole|plugin|applet|floating-frame)$/;
const PICTURE: XmlElement = { ...word(""), name: "pic:pic" };

/** As an element of Word's runs. */
export function drawing(element: XmlElement, text: OdtText): XmlElement {
  const parts = partsOf(element, text);
  const isObject = parts.length === 0 && hasObject(element);
  return word(isObject ? "object" : "drawing", {}, [...alternativesOf(element), ...parts]);
}

function partsOf(element: XmlElement, text: OdtText): XmlElement[] {
  const { name, children } = element;
  if (name === "draw:image") return [PICTURE];
  if (name === "draw:g" || name === "draw:a") return children.flatMap((child) => partsOf(child, text));
  if (name === "draw:frame") {
    // What a frame holds is one thing in several forms, the best first.
    const shown = children.find((child) => child.name.startsWith("draw:") || child.name.startsWith("table:"));
    if (shown === undefined || OBJECTS.test(shown.name)) return [];
    if (shown.name.startsWith("table:")) return [box([shown], text)];
    return shown.name === "draw:text-box" ? [box(shown.children, text)] : partsOf(shown, text);
  }
  const words = children.filter((child) => child.name.startsWith("text:"));
  return words.length === 0 ? [] : [box(words, text)];
}

const box = (content: readonly XmlElement[], text: OdtText): XmlElement =>
  word("txbxContent", {}, wordBlocks(content, text));

const hasObject = (element: XmlElement): boolean =>
  ["draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame"].some(
    (name) => within(element, name).length > 0,
  );
