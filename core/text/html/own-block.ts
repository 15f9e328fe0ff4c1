/**
 * Blocks as the editor itself writes them to the clipboard, for a page of it that has no copy of the document's
 * own nodes. Their classes say what they are; their text is cleaned like any other.
 */
export interface OwnBlock {
  readonly type: "paragraph" | "title" | "byline" | "dateLine" | "salutation" | "heading";
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A paragraph has this class on the clipboard only: elsewhere nothing asks for it. */
export const OWN_PARAGRAPH = "speech-paragraph";

/** A map, since a page may name its classes like an object's own properties. */
const LINES: ReadonlyMap<string, OwnBlock["type"]> = new Map([
  [OWN_PARAGRAPH, "paragraph"],
  ["speech-title", "title"],
  ["speech-byline", "byline"],
  ["speech-date-line", "dateLine"],
  ["speech-salutation", "salutation"],
]);

/** The block of a speech that an element says it is, or null. */
export function ownBlock(element: Element): OwnBlock | null {
  const classes = (element.getAttribute("class") ?? "").split(/\s+/);
  const level = classes.map((name) => /^speech-heading-([1-4])$/.exec(name)?.[1]).find(Boolean);
  if (level !== undefined) {
    return { type: "heading", attrs: { level: Number(level), runIn: element.hasAttribute("data-run-in") } };
  }
  const type = classes.map((name) => LINES.get(name)).find((known) => known !== undefined);
  return type === undefined ? null : { type };
}

/** The number that a heading of ours is shown with, which a copy has as text in front of its words; "" without one. */
export function ownNumber(element: Element): string {
  return element.getAttribute("data-number") ?? "";
}

/** What stands in a block of ours: a run-in heading is copied as a heading in front of a paragraph. */
export function ownContent(element: Element, { attrs }: OwnBlock): Iterable<ChildNode> {
  const [lead, body, ...others] = element.children;
  const isParted = attrs?.runIn === true && lead !== undefined && body !== undefined && others.length === 0;
  if (!isParted || !/^h[2-6]$/.test(lead.localName) || body.localName !== "p") return element.childNodes;
  return [...lead.childNodes, ...body.childNodes];
}

/** Whether an element is a sign to whoever reads the speech aloud (／), which is no text. */
export function isOwnCue(element: Element): boolean {
  return element.hasAttribute("data-cue") && /\bspeech-cue\b/.test(element.getAttribute("class") ?? "");
}
