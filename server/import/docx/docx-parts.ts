/** The parts of a .docx, found by their relationships as ISO 29500-2 has it: names are the writer's choice. */
import { ImportError } from "@/core/import";
import { readXml, type XmlElement, type XmlVisitor } from "../package/xml-elements";
import { ZipPackage } from "../package/zip-package";
import type { WordParts } from "./read-word";
import { VOCABULARY } from "./vocabulary";

/** Compound File Binary, in which both .doc and encrypted .docx come. */
const COMPOUND_FILE = "d0cf11e0a1b11ae1";

const PARENT = "w15:paraIdParent";

/** The ends of relationship types that mean a part of the document. */
export type PartRole =
  | "styles"
  | "numbering"
  | "comments"
  | "commentsExtended"
  | "footnotes"
  | "endnotes"
  | "header"
  | "footer"
  | "vbaProject";

export class DocxParts implements WordParts {
  readonly #zip: ZipPackage;
  readonly #document: string;
  readonly #related: readonly { readonly role: string; readonly target: string }[];

  /** Throws ImportError. */
  constructor(bytes: Uint8Array) {
    rejectCompoundFile(bytes);
    this.#zip = new ZipPackage(bytes);
    if (!this.#zip.has("[Content_Types].xml")) throw new ImportError("wrong-format", "no content types");
    const main = this.#relations("").find(({ role }) => role === "officeDocument");
    const document = main?.target ?? "word/document.xml";
    if (!this.#zip.has(document)) throw new ImportError("wrong-format", "no document");
    this.#document = document;
    this.#related = this.#relations(document);
  }

  /** Reads the document itself, block by block. */
  readBody(visit: (element: XmlElement) => void): void {
    const root = this.#xml(this.#document, { parent: "w:body", visit });
    if (root?.name !== "w:document") throw new ImportError("wrong-format", "no Word document");
  }

  has(role: PartRole): boolean {
    return this.#related.some((related) => related.role === role);
  }

  /** The roots of all parts of this role. */
  all(role: PartRole): XmlElement[] {
    return this.#related
      .filter((related) => related.role === role)
      .flatMap(({ target }) => this.#xml(target) ?? []);
  }

  first(role: PartRole): XmlElement | undefined {
    return this.all(role)[0];
  }

  get hidesAnswers(): boolean {
    const properties = this.#relations("").find(({ role }) => role === "extended-properties");
    const application = properties === undefined ? "" : wordsOf(this.#xml(properties.target));
    const entries = this.all("commentsExtended").flatMap(({ children }) => children);
    return /LibreOffice\//.test(application) && !entries.some(({ attributes }) => PARENT in attributes);
  }

  #xml(name: string, visitor?: XmlVisitor): XmlElement | null {
    const bytes = this.#zip.read(name);
    return bytes === null ? null : readXml(bytes, VOCABULARY, { visitor });
  }

  #relations(part: string): { role: string; target: string }[] {
    const cut = part.lastIndexOf("/") + 1;
    const root = this.#xml(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`);
    // What lies outside the package is somebody else's server.
    return (root?.children ?? [])
      .filter(({ attributes }) => attributes.TargetMode !== "External")
      .map(({ attributes: { Type = "", Target = "" } }) => ({
        role: Type.slice(Type.lastIndexOf("/") + 1),
        target: resolved(part.slice(0, cut), Target),
      }));
  }
}

/** What is written in a part, properties of a document for instance. */
const wordsOf = (element: XmlElement | null): string =>
  element === null ? "" : [element.text, ...element.children.map(wordsOf)].join(" ");

/** A relationship's target is a URI reference from the folder of its part. */
function resolved(folder: string, target: string): string {
  const path: string[] = target.startsWith("/") ? [] : folder.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}

function rejectCompoundFile(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString("hex", 0, 8) !== COMPOUND_FILE) return;
  // The stream's name in the file's directory ([MS-OFFCRYPTO] 1.3.2).
  const isEncrypted = file.includes(Buffer.from("EncryptedPackage", "utf16le"));
  throw new ImportError(isEncrypted ? "encrypted" : "old-word");
}
