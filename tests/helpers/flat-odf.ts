/** What LibreOffice made of a .docx, read from its own flat file (OpenDocument 1.3): nothing here knows our writer. */
import { DOMParser, type Document, type Element, type Node } from "@xmldom/xmldom";

const NAMES = {
  dc: "http://purl.org/dc/elements/1.1/",
  fo: "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  loext: "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
  office: "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  svg: "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  style: "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  text: "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
} as const;
type Prefix = keyof typeof NAMES;

const KINDS = ["insertion", "deletion", "format-change"] as const;
type Kind = (typeof KINDS)[number] | "paragraph";

/** Who did it, and when by the file's own clock. */
export interface Signed {
  readonly who: string;
  readonly at: string;
  readonly words: string;
}

export interface FlatOdf {
  /** In order of where they begin; of a paragraph's own look where it names no other kind. */
  readonly changes: readonly (Signed & { readonly kind: Kind })[];
  /** In order of when they were made. */
  readonly comments: readonly (Signed & { readonly on: string; readonly resolved: boolean })[];
  /** Millimetres; `pitch`: of the grid's lines. */
  readonly page: Readonly<Record<"width" | "height" | "top" | "bottom" | "left" | "right" | "pitch", number>>;
  /** Millimetres from line to line of the text, with a grid or without; not a number where they aren't fixed. */
  readonly linePitch: number;
  /** By which Chinese words are set in its own styles and those of single runs. */
  readonly fonts: ReadonlySet<string>;
}

export function readFlatOdf(bytes: Uint8Array): FlatOdf {
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "text/xml");
  const words = wordsBetween(document);
  const regions = new Map(
    all(document, "text", "changed-region").map((region) => [
      region.getAttributeNS(NAMES.text, "id"),
      region,
    ]),
  );
  const changes = [...words.changes].flatMap(([id, text]) => {
    const region = regions.get(id);
    const change = [...(region?.childNodes ?? [])].find(isElement);
    if (change === undefined) return [];
    const kind: Kind = KINDS.find((name) => name === change.localName) ?? "paragraph";
    return [{ kind, ...signedIn(change), words: text }];
  });
  const comments = all(document, "office", "annotation").map((note) => ({
    ...signedIn(note),
    words: all(note, "text", "p")
      .map(({ textContent }) => textContent)
      .join("\n"),
    on: words.comments.get(note.getAttributeNS(NAMES.office, "name") ?? "") ?? "",
    resolved: note.getAttributeNS(NAMES.loext, "resolved") === "true",
  }));
  return {
    changes,
    comments: comments.sort((one, other) => (one.at < other.at ? -1 : 1)),
    page: pageOf(document),
    linePitch: linePitchOf(document),
    fonts: fontsIn(document),
  };
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
const all = (within: Document | Element, prefix: Prefix, name: string): Element[] => [
  ...within.getElementsByTagNameNS(NAMES[prefix], name),
];
const textOf = (within: Element, prefix: Prefix, name: string): string =>
  all(within, prefix, name)[0]?.textContent ?? "";
const signedIn = (element: Element) => ({
  who: textOf(element, "dc", "creator"),
  at: textOf(element, "dc", "date"),
});

/** The words between where each change, and what each comment is about, begins and ends. */
function wordsBetween(document: Document) {
  const changes = new Map<string, string>();
  const comments = new Map<string, string>();
  const open = new Set<readonly [Map<string, string>, string]>();
  const begin = (into: Map<string, string>, id: string | null) => {
    into.set(id ?? "", "");
    open.add([into, id ?? ""]);
  };
  const end = (of: Map<string, string>, id: string | null) => {
    for (const span of open) if (span[0] === of && span[1] === id) open.delete(span);
  };
  const say = (said: string) => {
    for (const [into, id] of open) into.set(id, (into.get(id) ?? "") + said);
  };
  const visit = (node: Node) => {
    if (!isElement(node)) return node.nodeType === node.TEXT_NODE ? say(node.nodeValue ?? "") : undefined;
    switch (node.localName) {
      case "tracked-changes":
        return;
      case "change-start":
        return begin(changes, node.getAttributeNS(NAMES.text, "change-id"));
      case "change-end":
        return end(changes, node.getAttributeNS(NAMES.text, "change-id"));
      case "annotation":
        return begin(comments, node.getAttributeNS(NAMES.office, "name"));
      case "annotation-end":
        return end(comments, node.getAttributeNS(NAMES.office, "name"));
    }
    const isBlock = node.localName === "p" || node.localName === "h";
    // What stands between blocks is the file's own layout.
    if (isBlock || node.localName === "span") for (const child of node.childNodes) visit(child);
    else for (const child of [...node.childNodes].filter(isElement)) visit(child);
    if (isBlock) say("\n");
  };
  for (const body of all(document, "office", "text")) visit(body);
  return { changes, comments };
}

function fontsIn(document: Document): ReadonlySet<string> {
  const families = all(document, "style", "font-face").map((face) => [
    face.getAttributeNS(NAMES.style, "name"),
    face.getAttributeNS(NAMES.svg, "font-family")?.replaceAll("'", ""),
  ]);
  const used = all(document, "style", "text-properties").map((look) =>
    look.getAttributeNS(NAMES.style, "font-name-asian"),
  );
  return new Set(families.flatMap(([name, family]) => (used.includes(name ?? "") ? [family ?? ""] : [])));
}

const MM: Readonly<Record<string, number>> = { in: 25.4, cm: 10, mm: 1, pt: 25.4 / 72 };

/** Null of what is no length, as a percentage. */
function millimetres(written: string | null | undefined): number | null {
  const [, figure, unit = ""] = /^([\d.]+)(\w+)$/.exec(written ?? "") ?? [];
  return figure === undefined ? null : Number(figure) * (MM[unit] ?? Number.NaN);
}

/** The other styles are based on this one. */
function linePitchOf(document: Document): number {
  const style = all(document, "style", "style").find(
    (one) =>
      one.getAttributeNS(NAMES.style, "family") === "paragraph" &&
      one.getAttributeNS(NAMES.style, "name") === "Standard",
  );
  const [properties] = style === undefined ? [] : all(style, "style", "paragraph-properties");
  return millimetres(properties?.getAttributeNS(NAMES.fo, "line-height")) ?? Number.NaN;
}

function pageOf(document: Document): FlatOdf["page"] {
  const layouts = all(document, "style", "page-layout").filter(
    (layout) => all(layout, "style", "footer-style")[0],
  );
  const [layout] = layouts.filter((one) =>
    all(one, "style", "page-layout-properties")[0]?.hasAttributeNS(NAMES.fo, "page-width"),
  );
  const [properties] = layout === undefined ? [] : all(layout, "style", "page-layout-properties");
  if (layout === undefined || properties === undefined) throw new Error("no page");
  const length = (element: Element | undefined, name: string, of: Prefix = "fo"): number =>
    millimetres(element?.getAttributeNS(NAMES[of], name)) ?? 0;
  const [foot] = all(layout, "style", "footer-style").flatMap((one) =>
    all(one, "style", "header-footer-properties"),
  );
  return {
    width: length(properties, "page-width"),
    height: length(properties, "page-height"),
    top: length(properties, "margin-top"),
    // A footer stands within the page's lower margin in Word, and above it there.
    bottom: length(properties, "margin-bottom") + length(foot, "min-height"),
    left: length(properties, "margin-left"),
    right: length(properties, "margin-right"),
    pitch: length(properties, "layout-grid-base-height", "style"),
  };
}
