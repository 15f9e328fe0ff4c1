/** A .docx of our own as Word or WPS saves it again: the same text under other ids, in more and smaller pieces. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Random } from "./random";

const PARTS = /^word\/(?:document|styles|comments|footer\d)\.xml$/;
const RSID = 'w:rsidR="00AB12CD" w:rsidRDefault="00AB12CD"';
const BESIDE = [
  '<w:proofErr w:type="spellStart"/>',
  '<w:proofErr w:type="gramEnd"/>',
  '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
];

export function savedAgain(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const ids = freshIds(strFromU8(parts["word/styles.xml"] ?? new Uint8Array()));
  const saved = Object.entries(parts).map(([name, content]) => {
    if (!PARTS.test(name)) return [name, content];
    const renamed = strFromU8(content).replace(
      /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val|w:styleId)="([^"]*)"/g,
      (_, place: string, id: string) => `${place}="${ids.get(id) ?? id}"`,
    );
    return [name, strToU8(name === "word/document.xml" ? inPieces(renamed, random) : renamed)];
  });
  return zipSync(Object.fromEntries(saved));
}

/** Word in Chinese: letters other than its own are left out of an id, and what remains is counted. */
function freshIds(styles: string): ReadonlyMap<string, string> {
  const found = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id = ""]) => id);
  return new Map(found.map((id, index) => [id, /^Heading(\d)$/.exec(id)?.[1] ?? `a${index}`]));
}

function inPieces(document: string, random: Random): string {
  return document
    .replaceAll("<w:p>", `<w:p ${RSID}>`)
    .replace(
      /<w:r>(<w:rPr>(?:(?!<\/w:r>).)*?<\/w:rPr>)?<w:(t|delText) xml:space="preserve">([^<]*)<\/w:\2><\/w:r>/gs,
      (_, properties = "", name: string, text: string) => {
        const run = (words: string) => {
          const rendered = random.chance(0.1) ? "<w:lastRenderedPageBreak/>" : "";
          const space = /^\s|\s$/.test(words) ? ' xml:space="preserve"' : "";
          return `<w:r w:rsidRPr="00AB12CD">${properties}${rendered}<w:${name}${space}>${words}</w:${name}></w:r>`;
        };
        const runs = cut(text, random)
          .map(run)
          .join(random.chance(0.3) ? random.pick(BESIDE) : "");
        return random.chance(0.1)
          ? `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chsdate">${runs}</w:smartTag>`
          : runs;
      },
    );
}

/** Never within a character or what stands for one. */
function cut(text: string, random: Random): string[] {
  const letters = text.match(/&[^;]+;|./gsu) ?? [""];
  const at = random.below(letters.length + 1);
  return [letters.slice(0, at), letters.slice(at)].map((part) => part.join("")).filter((part) => part !== "");
}
