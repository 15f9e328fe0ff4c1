/** A speech as a .docx (ECMA-376): every part, zipped. */
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import type { PaperStyle } from "@/core/paper/paper-style";
import type { Thread } from "@/core/review/thread";
import type { NumberingStyle } from "@/core/speech";
import { bodyXml } from "./blocks";
import { CommentAnchors } from "./comment-anchors";
import { commentsExtendedXml, commentsXml } from "./comments";
import { type DocxContext, revisions } from "./context";
import { numbersOf } from "./heading-numbers";
import { Moves } from "./moves";
import { W, W14, W16 } from "./namespaces";
import { Numbering } from "./numbering";
import {
  contentTypes,
  corePropertiesXml,
  documentRelations,
  packageRelations,
  settingsXml,
} from "./package-parts";
import { footerXml, sectionXml } from "./page";
import { stylesXml } from "./styles";
import { headerXml } from "./watermark";
import { xml, xmlPart } from "./xml";
import { zipParts } from "./zip-parts";

export interface DocxInput {
  /** With its suggestions, which become revisions; a clean copy is given without any. */
  readonly document: DocumentNode;
  readonly paper: PaperStyle;
  readonly numberingStyle: NumberingStyle;
  readonly title: string;
  /** People's names by id, for revisions. */
  readonly names: ReadonlyMap<string, string>;
  /** What becomes comments. */
  readonly threads: readonly Thread[];
  /** Epoch milliseconds. */
  readonly madeAt: number;
  /** By whose clock revisions and comments were made; the server's when left out. */
  readonly timeZone?: string | undefined;
  /** What stands pale across every page; null for none. */
  readonly watermark: string | null;
  readonly words: { readonly deletedComment: string };
}

export function writeDocx(input: DocxInput): Uint8Array {
  const { document, paper, numberingStyle, names, threads, title, madeAt, timeZone, watermark, words } =
    input;
  const context: DocxContext = {
    paper,
    revision: revisions(names, timeZone),
    timeZone,
    anchors: new CommentAnchors(document, threads, paper),
    moves: new Moves(documentSchema().nodeFromJSON(document)),
    numbering: new Numbering(),
    headings: numbersOf(document, numberingStyle).values(),
  };
  const hasComments = threads.length > 0;
  const body = bodyXml(context, document);
  const hasHeaders = watermark !== null;
  const parts: Record<string, string> = {
    "[Content_Types].xml": xmlPart(contentTypes({ hasComments, hasHeaders })),
    "_rels/.rels": xmlPart(packageRelations()),
    "docProps/core.xml": xmlPart(corePropertiesXml(title, madeAt)),
    "word/document.xml": xmlPart(
      xml("w:document", W16, xml("w:body", {}, body, sectionXml(paper, hasHeaders))),
    ),
    "word/_rels/document.xml.rels": xmlPart(documentRelations({ hasComments, hasHeaders })),
    "word/styles.xml": xmlPart(stylesXml(paper, W)),
    "word/settings.xml": xmlPart(settingsXml(paper, W)),
    "word/numbering.xml": xmlPart(context.numbering.toXml(W, paper.bodySize)),
    "word/footer1.xml": xmlPart(footerXml(context, "odd", W)),
    "word/footer2.xml": xmlPart(footerXml(context, "even", W)),
  };
  if (watermark !== null) {
    for (const number of [1, 2]) {
      const header = headerXml(watermark, paper, { number, namespaces: W });
      parts[`word/header${number}.xml`] = xmlPart(header);
    }
  }
  if (hasComments) {
    parts["word/comments.xml"] = xmlPart(commentsXml(context, W14, { deleted: words.deletedComment }));
    parts["word/commentsExtended.xml"] = xmlPart(commentsExtendedXml(context.anchors, W14));
  }
  return zipParts(parts);
}
