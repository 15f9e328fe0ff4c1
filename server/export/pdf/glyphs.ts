/**
 * Which characters no font of this machine has: they'd print as boxes. Typst doesn't tell, so some are typeset
 * beside one that no font can have, and what is drawn alike is missing too.
 */
import type { NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { BEHIND } from "./faces";

export interface GlyphTypesetter {
  compile(template: string, model: unknown): NodeTypstDocument;
  svg(document: NodeTypstDocument): string;
}

/** A noncharacter: Unicode never assigns it, and a font for private use has no place for it either. */
const NOWHERE = "\u{10ffff}";
/** What is drawn by nothing of its own: blanks, controls, what joins others or changes them. */
const UNDRAWN = /[\s\p{Cc}\p{Cf}\p{Cs}\p{M}]/u;
const TEMPLATE = `#set page(width: auto, height: auto)
#for c in json(bytes(sys.inputs.at("model"))) { block(text(font: (${BEHIND}), c)) }`;
const GLYPH = /href="#(g[^"]+)"/g;

export class Glyphs {
  readonly #typesetter: GlyphTypesetter;
  readonly #has = new Map<string, boolean>();

  constructor(typesetter: GlyphTypesetter) {
    this.#typesetter = typesetter;
  }

  /** Those of the text's characters that would be boxes, each once, in their order. */
  missingIn(text: string): string[] {
    const characters = [...new Set(text)].filter((character) => !UNDRAWN.test(character));
    this.#look(characters.filter((character) => !this.#has.has(character)));
    return characters.filter((character) => this.#has.get(character) === false);
  }

  /** By halves: mostly none is missing, and one picture tells. */
  #look(characters: readonly string[]): void {
    if (characters.length === 0) return;
    const isWhole = !this.#anyMissing(characters);
    if (isWhole || characters.length === 1) {
      for (const character of characters) this.#has.set(character, isWhole);
      return;
    }
    const half = Math.ceil(characters.length / 2);
    this.#look(characters.slice(0, half));
    this.#look(characters.slice(half));
  }

  #anyMissing(characters: readonly string[]): boolean {
    const svg = this.#typesetter.svg(this.#typesetter.compile(TEMPLATE, [NOWHERE, ...characters]));
    const [box, ...drawn] = [...svg.matchAll(GLYPH)].map(([, glyph]) => glyph);
    return drawn.includes(box);
  }
}
