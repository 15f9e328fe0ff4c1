/** The parts of a .docx that hold none of the speech: what there is, how it hangs together, settings. */
import type { PaperStyle } from "@/core/paper/paper-style";
import { twips } from "./measures";
import { type Xml, xml, xmlText } from "./xml";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Relationship ids of what stands above and below the text, on odd and even pages. */
export const EDGES = {
  footers: { odd: "rIdFooterOdd", even: "rIdFooterEven" },
  headers: { odd: "rIdHeaderOdd", even: "rIdHeaderEven" },
} as const;

/** Parts that not every file has. */
export interface OptionalParts {
  readonly hasComments: boolean;
  readonly hasHeaders: boolean;
}

export function contentTypes({ hasComments, hasHeaders }: OptionalParts): Xml {
  const part = (name: string, type: string) => xml("Override", { PartName: `/${name}`, ContentType: type });
  return xml(
    "Types",
    { xmlns: `${PACKAGE}/content-types` },
    xml("Default", {
      Extension: "rels",
      ContentType: "application/vnd.openxmlformats-package.relationships+xml",
    }),
    xml("Default", { Extension: "xml", ContentType: "application/xml" }),
    part("word/document.xml", `${WORD_TYPE}.document.main+xml`),
    part("word/styles.xml", `${WORD_TYPE}.styles+xml`),
    part("word/settings.xml", `${WORD_TYPE}.settings+xml`),
    part("word/numbering.xml", `${WORD_TYPE}.numbering+xml`),
    part("word/footer1.xml", `${WORD_TYPE}.footer+xml`),
    part("word/footer2.xml", `${WORD_TYPE}.footer+xml`),
    hasHeaders ? part("word/header1.xml", `${WORD_TYPE}.header+xml`) : null,
    hasHeaders ? part("word/header2.xml", `${WORD_TYPE}.header+xml`) : null,
    part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    hasComments ? part("word/comments.xml", `${WORD_TYPE}.comments+xml`) : null,
    hasComments ? part("word/commentsExtended.xml", `${WORD_TYPE}.commentsExtended+xml`) : null,
  );
}

export function packageRelations(): Xml {
  return xml(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    relation("rId1", `${OFFICE}/officeDocument`, "word/document.xml"),
    relation("rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"),
  );
}

export function documentRelations({ hasComments, hasHeaders }: OptionalParts): Xml {
  const { footers, headers } = EDGES;
  return xml(
    "Relationships",
    { xmlns: `${PACKAGE}/relationships` },
    relation("rIdStyles", `${OFFICE}/styles`, "styles.xml"),
    relation("rIdSettings", `${OFFICE}/settings`, "settings.xml"),
    relation("rIdNumbering", `${OFFICE}/numbering`, "numbering.xml"),
    relation(footers.odd, `${OFFICE}/footer`, "footer1.xml"),
    relation(footers.even, `${OFFICE}/footer`, "footer2.xml"),
    hasHeaders ? relation(headers.odd, `${OFFICE}/header`, "header1.xml") : null,
    hasHeaders ? relation(headers.even, `${OFFICE}/header`, "header2.xml") : null,
    hasComments ? relation("rIdComments", `${OFFICE}/comments`, "comments.xml") : null,
    hasComments
      ? relation(
          "rIdCommentsExtended",
          "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
          "commentsExtended.xml",
        )
      : null,
  );
}

const relation = (Id: string, Type: string, Target: string) => xml("Relationship", { Id, Type, Target });

export function settingsXml(
  { bodySize, pageNumber }: PaperStyle,
  namespaces: Readonly<Record<string, string>>,
): Xml {
  const uri = "http://schemas.microsoft.com/office/word";
  return xml(
    "w:settings",
    namespaces,
    xml("w:zoom", { "w:percent": 100 }),
    xml("w:bordersDoNotSurroundHeader"),
    xml("w:bordersDoNotSurroundFooter"),
    xml("w:defaultTabStop", { "w:val": twips(bodySize) * 2 }),
    pageNumber.place === "outer" ? xml("w:evenAndOddHeaders") : null,
    // Punctuation keeps its width: every line holds as many characters as the grid says.
    xml("w:characterSpacingControl", { "w:val": "doNotCompress" }),
    xml(
      "w:compat",
      {},
      xml("w:spaceForUL"),
      xml("w:balanceSingleByteDoubleByteWidth"),
      xml("w:doNotLeaveBackslashAlone"),
      xml("w:ulTrailSpace"),
      xml("w:doNotExpandShiftReturn"),
      xml("w:adjustLineHeightInTable"),
      xml("w:useFELayout"),
      xml("w:compatSetting", { "w:name": "compatibilityMode", "w:uri": uri, "w:val": 15 }),
    ),
    xml("w:themeFontLang", { "w:val": "en-US", "w:eastAsia": "zh-CN" }),
  );
}

export function corePropertiesXml(title: string, madeAt: number): Xml {
  const time = { "xsi:type": "dcterms:W3CDTF" };
  const at = xmlText(new Date(madeAt).toISOString().replace(/\.\d+Z$/, "Z"));
  return xml(
    "cp:coreProperties",
    {
      "xmlns:cp": `${PACKAGE}/metadata/core-properties`,
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    xml("dc:title", {}, xmlText(title)),
    xml("dc:creator", {}, xmlText("合稿 Lectern")),
    xml("dcterms:created", time, at),
    xml("dcterms:modified", time, at),
  );
}
