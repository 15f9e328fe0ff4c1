/**
 * Typst with the fonts of this machine. It panics rather than throws in places, and can't be interrupted:
 * it runs in a process of its own (typeset-process.ts), never in the server's.
 */
import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import type { PaperFonts } from "@/core/paper/paper-style";
import { type Faces, facesFor, namesOf } from "./faces";
import { freeFontBytes, freeFontFolders } from "./font-files";
import { Glyphs } from "./glyphs";

/** Results of compilations as old as this are dropped: enough for a few speeches that are typed in. */
const KEPT_COMPILATIONS = 12;

export class Typesetter {
  readonly #compiler: NodeCompiler;
  readonly #known = new Map<string, boolean>();
  readonly #glyphs = new Glyphs(this);

  /** `fontDir`: the office's own fonts; none when left out. */
  constructor(fontDir: string | undefined) {
    this.#compiler = NodeCompiler.create({
      // A template can read files below its workspace, and nothing else: below a file there are none.
      workspace: path.join(process.execPath, "nothing"),
      fontArgs: [
        { fontBlobs: freeFontBytes() },
        { fontPaths: [...(fontDir === undefined ? [] : [fontDir]), ...freeFontFolders()] },
      ],
    });
  }

  facesFor(fonts: PaperFonts): Faces {
    this.#lookFor([...new Set(Object.values(fonts).flatMap(namesOf))]);
    return facesFor(fonts, (family) => this.#known.get(family) === true);
  }

  /** Characters of the text that would print as boxes. */
  missingIn(text: string): readonly string[] {
    return this.#glyphs.missingIn(text);
  }

  /** Throws with Typst's own messages when it can't be typeset. `model` is data, not code. */
  compile(template: string, model: unknown): NodeTypstDocument {
    const made = this.#compiler.compile({
      mainFileContent: template,
      inputs: { model: JSON.stringify(model) },
    });
    this.#compiler.evictCache(KEPT_COMPILATIONS);
    const document = made.result;
    if (document !== null) return document;
    throw new Error(messagesOf(made.takeDiagnostics()?.shortDiagnostics).join("; "));
  }

  /** `madeAt`: epoch milliseconds. */
  pdf(document: NodeTypstDocument, madeAt: number): Uint8Array {
    return this.#compiler.pdf(document, { pdfTags: true, creationTimestamp: Math.floor(madeAt / 1000) });
  }

  /** All pages below each other. */
  svg(document: NodeTypstDocument): string {
    return this.#compiler.plainSvg(document);
  }

  /** The values of the template's metadata under this label. */
  values(document: NodeTypstDocument, label: string): readonly unknown[] {
    return this.#compiler.query(document, { selector: `<${label}>`, field: "value" });
  }

  /** Typst lists no fonts; it warns of each family that it doesn't have. */
  #lookFor(families: readonly string[]): void {
    const unknown = families.filter((family) => !this.#known.has(family));
    if (unknown.length === 0) return;
    const template = '#for f in json(bytes(sys.inputs.at("model"))) { text(font: f, fallback: false, "字") }';
    const made = this.#compiler.compile({
      mainFileContent: template,
      inputs: { model: JSON.stringify(unknown) },
    });
    const warned = messagesOf(made.takeWarnings()?.shortDiagnostics).join("\n");
    for (const family of unknown) {
      this.#known.set(family, !warned.includes(`unknown font family: ${family.toLowerCase()}\n`));
    }
  }
}

/** Each with a line's end, so that one name isn't taken for the beginning of another. */
function messagesOf(diagnostics: readonly unknown[] | undefined): string[] {
  return (diagnostics ?? []).map((one) => {
    const { message } = one as { readonly message?: unknown }; // as the compiler writes them
    return `${String(message)}\n`;
  });
}
