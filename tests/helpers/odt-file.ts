/** An .odt of a test's own making: the text's markup, and the styles that it names. */
import { writeZip, type ZipPart } from "./zip-writer";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = [
  ...["office", "style", "text", "table"].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`),
  `xmlns:draw="${OASIS}:drawing:1.0"`,
  `xmlns:fo="${OASIS}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${OASIS}:svg-compatible:1.0"`,
  `xmlns:manifest="${OASIS}:manifest:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(" ");

export interface OdtFile {
  readonly body: string;
  readonly automatic?: string;
  /** What stands in office:styles, and around the text on each page. */
  readonly styles?: string;
  readonly masters?: string;
}

export const odtParts = ({ body, automatic = "", styles = "", masters = "" }: OdtFile): ZipPart[] => [
  { name: "mimetype", content: "application/vnd.oasis.opendocument.text", method: 0 },
  {
    name: "content.xml",
    content: `<office:document-content ${NAMESPACES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  },
  {
    name: "styles.xml",
    content: `<office:document-styles ${NAMESPACES}><office:styles>${styles}</office:styles><office:master-styles>${masters}</office:master-styles></office:document-styles>`,
  },
  { name: "META-INF/manifest.xml", content: `<manifest:manifest ${NAMESPACES}/>` },
];

export const odtFile = (file: OdtFile): Uint8Array => writeZip(odtParts(file));

/** A paragraph; `content` is markup. */
export const paragraph = (content: string, style = ""): string =>
  `<text:p${style === "" ? "" : ` text:style-name="${style}"`}>${content}</text:p>`;

export const span = (style: string, text: string): string =>
  `<text:span text:style-name="${style}">${text}</text:span>`;

/** A style of words or, with `family`, of paragraphs. */
export const style = (name: string, properties: string, family = "text", more = ""): string =>
  `<style:style style:name="${name}" style:family="${family}" ${more}>${properties}</style:style>`;

/** A list; each item is markup. */
export const list = (name: string, items: readonly string[], more = ""): string =>
  `<text:list text:style-name="${name}" ${more}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join("")}</text:list>`;

/** A style of lists that numbers each level in the form given, or with a bullet for "". */
export const listStyle = (name: string, ...levels: readonly (readonly [string, string, string])[]): string =>
  `<text:list-style style:name="${name}">${levels
    .map(([format, prefix, suffix], index) =>
      format === ""
        ? `<text:list-level-style-bullet text:level="${index + 1}" text:bullet-char="•"/>`
        : `<text:list-level-style-number text:level="${index + 1}" style:num-format="${format}" style:num-prefix="${prefix}" style:num-suffix="${suffix}"/>`,
    )
    .join("")}</text:list-style>`;

/** A region of the register of tracked changes. */
export const region = (id: string, kind: "insertion" | "deletion", person: string, content = ""): string =>
  `<text:changed-region text:id="${id}"><text:${kind}><office:change-info><dc:creator>${person}</dc:creator><dc:date>2026-03-01T09:00:00</dc:date></office:change-info>${content}</text:${kind}></text:changed-region>`;
