/** The words within an element of a .docx, without their looks. */
import { within, type XmlElement } from "../package/xml-elements";

export const plainTextOf = (element: XmlElement): string =>
  within(element, "w:t")
    .map(({ text }) => text)
    .join("");
