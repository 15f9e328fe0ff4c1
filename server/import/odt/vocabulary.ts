/** The namespaces of OpenDocument text (ISO/IEC 26300), under one prefix each. */
import type { XmlVocabulary } from "../package/xml-elements";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";

export const VOCABULARY: XmlVocabulary = new Map([
  [`${OASIS}:office:1.0`, "office"],
  [`${OASIS}:style:1.0`, "style"],
  [`${OASIS}:text:1.0`, "text"],
  [`${OASIS}:table:1.0`, "table"],
  [`${OASIS}:drawing:1.0`, "draw"],
  [`${OASIS}:xsl-fo-compatible:1.0`, "fo"],
  [`${OASIS}:svg-compatible:1.0`, "svg"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  ["http://www.w3.org/1999/xlink", "xlink"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  // What LibreOffice adds.
  ["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", "loext"],
]);
