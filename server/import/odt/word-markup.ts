/** Elements of WordprocessingML as the reader of .docx knows them. */
import type { XmlElement } from "../package/xml-elements";

export function word(
  name: string,
  attributes: XmlElement["attributes"] = {},
  children: readonly XmlElement[] = [],
): XmlElement {
  return { name: `w:${name}`, attributes, children, text: "" };
}

/** A property with a w:val. */
export const property = (name: string, value: string | number | boolean): XmlElement =>
  word(name, { "w:val": typeof value === "boolean" ? String(Number(value)) : String(value) });

export const wordText = (text: string): XmlElement => ({ ...word("t"), text });

/** All text within an element of an .odt, white space as it is written. */
export const wordsOf = (element: XmlElement): string => element.text + element.children.map(wordsOf).join("");
