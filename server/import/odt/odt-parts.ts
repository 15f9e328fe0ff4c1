/**
 * An .odt (OpenDocument text, ISO/IEC 26300) as the Word document that it comes to, which is read from there on as any:
 * every rule for what a file has and a speech hasn't holds for both.
 */
import { ImportError } from "@/core/import";
import type { PartRole } from "../docx/docx-parts";
import type { WordParts } from "../docx/read-word";
import { childOf, childrenOf, readXml, type XmlElement } from "../package/xml-elements";
import { ZipPackage } from "../package/zip-package";
import { type OdtText, wordBlocks } from "./odt-blocks";
import { OdtChanges } from "./odt-changes";
import { OdtLists } from "./odt-lists";
import { OdtRemarks } from "./odt-remarks";
import { OdtStyles } from "./odt-styles";
import { VOCABULARY } from "./vocabulary";
import { word } from "./word-markup";

const TEXT_TYPE = "application/vnd.oasis.opendocument.text";
const MACROS = ["Basic/script-lc.xml", "Scripts/"];

export class OdtParts implements WordParts {
  readonly #body: readonly XmlElement[];
  readonly hidesAnswers: boolean;
  readonly #parts: Readonly<Partial<Record<PartRole, readonly XmlElement[]>>>;

  /** Throws ImportError. */
  constructor(bytes: Uint8Array) {
    const zip = new ZipPackage(bytes);
    rejectOthers(zip);
    const content = xmlOf(zip, "content.xml");
    const body = childOf(content, "office:body", "office:text");
    if (content?.name !== "office:document-content" || body === undefined) {
      throw new ImportError("wrong-format", "no text document");
    }
    const styles = xmlOf(zip, "styles.xml");
    const text: OdtText = {
      styles: new OdtStyles(content, styles),
      lists: new OdtLists(content, styles),
      changes: new OdtChanges(childOf(body, "text:tracked-changes")),
      remarks: new OdtRemarks(body),
    };
    this.#body = wordBlocks(body.children, text);
    this.hidesAnswers = text.remarks.hidesAnswers;
    const masters = childrenOf(childOf(styles, "office:master-styles"), "style:master-page");
    const around = (name: string) =>
      masters
        .flatMap(({ children }) => children.filter((child) => child.name.startsWith(name)))
        .map(({ children }) => word("hdr", {}, wordBlocks(children, text)));
    // Last: what the text begins and says beside itself is known now.
    this.#parts = {
      header: around("style:header"),
      footer: around("style:footer"),
      styles: [text.styles.root],
      numbering: [text.lists.root],
      comments: [text.remarks.comments],
      commentsExtended: [text.remarks.commentsExtended],
      footnotes: [text.remarks.notes("footnote")],
      endnotes: [text.remarks.notes("endnote")],
      vbaProject: MACROS.some((name) => zip.has(name)) ? [word("macros")] : [],
    };
  }

  readBody(visit: (element: XmlElement) => void): void {
    for (const element of this.#body) visit(element);
  }

  has(role: PartRole): boolean {
    return this.all(role).length > 0;
  }

  all(role: PartRole): readonly XmlElement[] {
    return this.#parts[role] ?? [];
  }

  first(role: PartRole): XmlElement | undefined {
    return this.all(role)[0];
  }
}

const xmlOf = (zip: ZipPackage, name: string): XmlElement | undefined => {
  const bytes = zip.read(name);
  return bytes === null ? undefined : readXml(bytes, VOCABULARY, { isMixed: true });
};

/** Another kind of document, and one that opens with a password only. */
function rejectOthers(zip: ZipPackage): void {
  const textOf = (name: string) => new TextDecoder().decode(zip.read(name) ?? new Uint8Array());
  // Whole packages in one entry are LibreOffice's newer way; else each entry is encrypted and the manifest says so.
  if (zip.has("encrypted-package") || /encryption-data/.test(textOf("META-INF/manifest.xml"))) {
    throw new ImportError("encrypted");
  }
  const type = textOf("mimetype").trim();
  if (type !== "" && !type.startsWith(TEXT_TYPE)) throw new ImportError("wrong-format", "another document");
}
