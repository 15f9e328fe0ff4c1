/** XML as strings: every part of a .docx is written once, from the outside in. */

/** Finished markup, as opposed to text that must be escaped. */
export type Xml = string & { readonly markup: never };

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element; attributes that are undefined are left out, content that is null too. */
export function xml(name: string, attributes: Attributes = {}, ...content: readonly (Xml | null)[]): Xml {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  const inner = content.filter((part) => part !== null).join("");
  return (inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`) as Xml;
}

/** Text as markup. */
export const xmlText = (text: string): Xml => escapeXml(text) as Xml;

export const joined = (parts: readonly Xml[]): Xml => parts.join("") as Xml;

/** A whole part with its declaration. */
export const xmlPart = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;

/** Characters that XML 1.0 can't hold at all are dropped: one of them makes Word refuse the file. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
