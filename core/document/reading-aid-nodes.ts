/** What carries reading-aids.ts in the schema. */
import { type Attributes, Mark, mergeAttributes, Node } from "@tiptap/core";
import { CUE, CUE_SIGNS, isCueKind, isReading, PINYIN, STRESS } from "./reading-aids";

const KIND: Attributes = {
  kind: {
    default: "pause",
    validate: (value: unknown) => {
      if (!isCueKind(value)) throw new RangeError("cue");
    },
    renderHTML: ({ kind }) => ({ "data-cue": kind }),
    parseHTML: (element: HTMLElement) => {
      const kind = element.getAttribute("data-cue");
      return isCueKind(kind) ? kind : "pause";
    },
  },
};

/** Takes one place between two characters and is no character itself. */
export const Cue = Node.create({
  name: CUE,
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => KIND,
  parseHTML: () => [{ tag: "span[data-cue]" }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { class: "speech-cue" }),
    isCueKind(node.attrs.kind) ? CUE_SIGNS[node.attrs.kind] : "",
  ],
  renderText: () => "",
});

/** Words to be stressed. */
export const Stress = Mark.create({
  name: STRESS,
  // What is typed at its end isn't what was marked.
  inclusive: false,
  parseHTML: () => [{ tag: "span[data-stress]" }],
  renderHTML: ({ HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { "data-stress": "", class: "speech-stress" }),
    0,
  ],
});

/**
 * The reading of a character. Equal marks side by side are one to ProseMirror (猩猩, both xīng), so the
 * reading stands above each of the characters that carry it.
 */
export const Pinyin = Mark.create({
  name: PINYIN,
  inclusive: false,
  addAttributes: () => ({
    reading: {
      default: "",
      validate: (value: unknown) => {
        if (!isReading(value)) throw new RangeError("reading");
      },
      renderHTML: ({ reading }: { reading?: string }) => ({ "data-reading": reading }),
      parseHTML: (element: HTMLElement) => element.getAttribute("data-reading"),
    },
  }),
  parseHTML: () => [
    {
      tag: "span[data-reading]",
      getAttrs: (element: HTMLElement) => (isReading(element.getAttribute("data-reading")) ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { class: "speech-pinyin" }),
    0,
  ],
});
