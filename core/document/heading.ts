/**
 * Headings 1–4. The number in front is derived (core/text/numbering.ts), never part of the text. A
 * run-in heading carries its body in the same block; its lead sentence is derived as well.
 */
import { mergeAttributes, Node } from "@tiptap/core";

export const HEADING_LEVELS = [1, 2, 3, 4] as const;
export type HeadingLevel = (typeof HEADING_LEVELS)[number];

/** h2–h5 in HTML: h1 is the title. Pasted h1 and h6 are mapped by the paste cleaner. */
export const Heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({
    level: {
      default: 1,
      validate: (value: unknown) => {
        if (!HEADING_LEVELS.some((level) => level === value)) throw new RangeError("heading level");
      },
      renderHTML: () => ({}),
      parseHTML: (element: HTMLElement) => Number(element.tagName.slice(1)) - 1,
    },
    runIn: {
      default: false,
      validate: "boolean",
      renderHTML: ({ runIn }: { runIn?: boolean }) => (runIn ? { "data-run-in": "" } : {}),
      parseHTML: (element: HTMLElement) => element.hasAttribute("data-run-in"),
    },
  }),
  parseHTML: () => HEADING_LEVELS.map((level) => ({ tag: `h${level + 1}` })),
  renderHTML: ({ node, HTMLAttributes }) => [
    `h${Number(node.attrs.level) + 1}`,
    mergeAttributes(HTMLAttributes, { class: `speech-heading speech-heading-${node.attrs.level}` }),
    0,
  ],
});
