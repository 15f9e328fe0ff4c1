/** The namespaces of WordprocessingML, transitional and strict (ISO 29500-1 and -4), under one prefix each. */
import type { XmlVocabulary } from "../package/xml-elements";

const TRANSITIONAL = "http://schemas.openxmlformats.org";
const STRICT = "http://purl.oclc.org/ooxml";
const MICROSOFT = "http://schemas.microsoft.com/office/word";

export const VOCABULARY: XmlVocabulary = new Map([
  [`${TRANSITIONAL}/wordprocessingml/2006/main`, "w"],
  [`${STRICT}/wordprocessingml/main`, "w"],
  [`${TRANSITIONAL}/officeDocument/2006/relationships`, "r"],
  [`${STRICT}/officeDocument/relationships`, "r"],
  [`${TRANSITIONAL}/officeDocument/2006/math`, "m"],
  [`${STRICT}/officeDocument/math`, "m"],
  [`${TRANSITIONAL}/drawingml/2006/chart`, "c"],
  [`${STRICT}/drawingml/chart`, "c"],
  [`${TRANSITIONAL}/drawingml/2006/diagram`, "dgm"],
  [`${TRANSITIONAL}/drawingml/2006/picture`, "pic"],
  [`${STRICT}/drawingml/picture`, "pic"],
  [`${TRANSITIONAL}/package/2006/relationships`, "rel"],
  [`${TRANSITIONAL}/package/2006/content-types`, "ct"],
  [`${TRANSITIONAL}/package/2006/metadata/core-properties`, "cp"],
  [`${TRANSITIONAL}/markup-compatibility/2006`, "mc"],
  ["http://purl.org/dc/elements/1.1/", "dc"],
  [`${MICROSOFT}/2010/wordml`, "w14"],
  [`${MICROSOFT}/2012/wordml`, "w15"],
  [`${MICROSOFT}/2023/wordml/word16du`, "w16du"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
]);
