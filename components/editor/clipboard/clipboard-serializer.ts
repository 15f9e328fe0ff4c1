/**
 * How copied blocks are written as HTML: as in the page, and paragraphs say that they are ours too. Word and mail draw
 * nothing beside the text, so headings have their numbers in it, and a run-in heading's body is a paragraph behind its
 * lead sentence. Another page of the editor takes both back (core/text/html/own-block.ts).
 */
import { DOMSerializer, type Fragment, type Node, type Schema } from "@tiptap/pm/model";
import { OWN_PARAGRAPH } from "@/core/text/html/own-block";
import { hasBodyAfterLead, leadEnd } from "@/core/text/lead";
import { leafPlaceOf } from "@/core/text/placed-text";

/** The numbers of what is being copied, block by block; null for what has none. */
type Numbers = () => readonly (string | null)[];
type Options = Parameters<DOMSerializer["serializeFragment"]>[1];

/** Another page of the editor would else guess what a paragraph is: one that begins with 1. could be a heading. */
export function clipboardSerializer(schema: Schema, numbers: Numbers = () => []): DOMSerializer {
  const nodes = { ...DOMSerializer.nodesFromSchema(schema), paragraph: ownParagraph };
  return new ClipboardSerializer(nodes, DOMSerializer.marksFromSchema(schema), numbers);
}

const ownParagraph: DOMSerializer["nodes"][string] = () => ["p", { class: OWN_PARAGRAPH }, 0];

class ClipboardSerializer extends DOMSerializer {
  readonly #numbers: Numbers;

  constructor(nodes: DOMSerializer["nodes"], marks: DOMSerializer["marks"], numbers: Numbers) {
    super(nodes, marks);
    this.#numbers = numbers;
  }

  override serializeFragment(content: Fragment, options?: Options, target?: HTMLElement | DocumentFragment) {
    const written = super.serializeFragment(content, options, target);
    // Headings stand in no other block.
    if (target !== undefined) return written;
    const numbers = this.#numbers();
    for (const [index, element] of [...written.children].entries()) {
      const node = content.maybeChild(index);
      if (node?.type.name !== "heading") continue;
      const heading = node.attrs.runIn === true ? this.#parted(element, node, options) : element;
      const number = numbers[index] ?? "";
      if (number !== "") writeNumber(heading, number);
    }
    return written;
  }

  /** A run-in heading as core/text/html.ts writes it: an element of its lead sentence, and a paragraph. */
  #parted(whole: Element, node: Node, options?: Options): Element {
    const text = node.textBetween(0, node.content.size, undefined, leafPlaceOf);
    if (!hasBodyAfterLead(text)) return whole;
    const page = whole.ownerDocument;
    const around = page.createElement("div");
    const lead = page.createElement(whole.localName);
    const body = page.createElement("p");
    for (const { name, value } of whole.attributes) around.setAttribute(name, value);
    this.serializeFragment(node.content.cut(0, leadEnd(text)), options, lead);
    this.serializeFragment(node.content.cut(leadEnd(text)), options, body);
    around.append(lead, body);
    whole.replaceWith(around);
    return around;
  }
}

/** As text, and said beside it, so that it can be taken off again. */
function writeNumber(heading: Element, number: string): void {
  heading.setAttribute("data-number", number);
  const line = heading.localName === "div" ? heading.firstElementChild : heading;
  line?.prepend(number);
}
