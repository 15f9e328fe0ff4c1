/** A .docx of a test's own making: the body's markup, and what other parts are wanted. */
import { writeZip, type ZipPart } from "./zip-writer";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MORE = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
].join(" ");
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export interface WordFile {
  readonly body: string;
  /** What stands in each part's root element. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  readonly footnotes?: string;
  /** More relationships of the document, as markup. */
  readonly relations?: string;
  /** The program that wrote it. */
  readonly application?: string;
}

const ROOTS = {
  styles: "w:styles",
  numbering: "w:numbering",
  comments: "w:comments",
  commentsExtended: "w15:commentsEx",
  footnotes: "w:footnotes",
} as const;

export const wordParts = ({ body, application, relations: more = "", ...others }: WordFile): ZipPart[] => {
  const names = Object.keys(others) as (keyof typeof ROOTS)[]; // WordFile's own
  const relations = names.map(
    (name, index) => `<Relationship Id="r${index}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`,
  );
  return [
    { name: "[Content_Types].xml", content: `<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="${RELATIONS}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
    },
    {
      name: "docProps/app.xml",
      content: `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${application ?? ""}</Application></Properties>`,
    },
    {
      name: "word/_rels/document.xml.rels",
      content: `<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}${more}</Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<w:document ${W} ${MORE}><w:body>${body}</w:body></w:document>`,
    },
    ...names.map((name) => ({
      name: `word/${name}.xml`,
      content: `<${ROOTS[name]} ${W} ${MORE}>${others[name] ?? ""}</${ROOTS[name]}>`,
    })),
  ];
};

/** Of the type that ends so, to a part of the package or, `isExternal`, to an address. */
export const relation = (id: string, type: string, target: string, isExternal = false): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ""}/>`;

export const wordFile = (file: WordFile): Uint8Array => writeZip(wordParts(file));

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A paragraph of one run; `properties` of the paragraph, `looks` of the run. */
export const p = (text: string, properties = "", looks = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${r(text, looks)}</w:p>`;

export const r = (text: string, looks = ""): string =>
  `<w:r><w:rPr>${looks}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
