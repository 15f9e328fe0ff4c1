/**
 * One page as an SVG file of its own: it has every outline that it shows, and asks for nothing else.
 * Typst places each letter by reference; a browser takes three times as long to show that as to show
 * each stretch of text as one shape, so they are put together.
 */
import { POINTS_PER_MM } from "@/core/paper/paper-style";
import type { Preview } from "@/core/preview";

/** Throws for an outline that isn't known. */
export function pagePicture(
  source: Buffer,
  { page }: Pick<Preview, "page">,
  outlines: ReadonlyMap<string, string>,
): string {
  const elements = source
    .toString()
    .replace(/(?:<use [^>]*\/>\s*)+/g, (letters) => shapesOf(letters, outlines))
    // What is so anyway.
    .replace(/ (?:class="[\w-]*"|fill="#000000"|fill-rule="nonzero")/g, "")
    .replace(/\n */g, "");
  const width = page.width * POINTS_PER_MM;
  const height = page.height * POINTS_PER_MM;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="#fff"/>${elements}</svg>`,
  ].join("");
}

/** As svg-pages.ts keeps them: a single shape that begins in its own origin. */
const OUTLINE = /^<path d="M0 0(.*)"\/>$/;

/** Letters of one look behind each other are one shape. */
function shapesOf(letters: string, outlines: ReadonlyMap<string, string>): string {
  const shapes: { look: string; drawn: string }[] = [];
  let drawings = "";
  for (const [, id = "", x = "0", y = "0", look = ""] of letters.matchAll(
    /<use xlink:href="#(\w+)" x="([^"]*)" y="([^"]*)"([^>]*)\/>/g,
  )) {
    const outline = outlines.get(id);
    if (outline === undefined) throw new Error("a letter without an outline");
    const [, shape] = OUTLINE.exec(outline) ?? [];
    // Letters in colours of their own are more than a shape.
    if (shape === undefined) drawings += `<g transform="translate(${x} ${y})">${outline}</g>`;
    else {
      const drawn = `M${x} ${y}${shape}`;
      const last = shapes.at(-1);
      if (last?.look === look) last.drawn += drawn;
      else shapes.push({ look, drawn });
    }
  }
  return `${shapes.map(({ look, drawn }) => `<path${look} d="${drawn}"/>`).join("")}${drawings}`;
}
