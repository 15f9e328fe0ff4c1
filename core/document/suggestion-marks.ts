/**
 * What carries suggestions in the schema. An insertion is one person's, so it excludes others; any
 * number of people may propose to delete or to format the same words.
 */
import { type Attributes, Extension, Mark, mergeAttributes } from "@tiptap/core";
import { isLook } from "./looks";
import { CUE } from "./reading-aids";
import { checkId, checkSlot, checkTime, isBlockForm, type Slot } from "./suggestion";

export const INSERTION = "insertion";
export const DELETION = "deletion";
export const FORMATTING = "formatting";

/** The inserted character that stands for a new block's beginning, until it is accepted. */
export const BREAK = "\u2029";

const OWNER: Attributes = {
  id: { default: "", validate: checkId, renderHTML: ({ id }) => ({ "data-suggestion": id }) },
  person: { default: "", validate: checkId, renderHTML: ({ person }) => ({ "data-by": person }) },
  at: { default: 0, validate: checkTime, rendered: false },
};

function rule(isFit: (value: unknown) => boolean) {
  return (value: unknown) => {
    if (!isFit(value)) throw new RangeError("suggestion");
  };
}

/** None is read from HTML: what is pasted is nobody's suggestion yet. */
export const Insertion = Mark.create({
  name: INSERTION,
  inclusive: false,
  addAttributes: () => ({
    ...OWNER,
    /** On a BREAK: the kind of the block that begins behind it. */
    begins: {
      default: null,
      validate: rule((value) => value === null || isBlockForm(value)),
      renderHTML: ({ begins }) => (begins === null ? {} : { "data-begins": begins }),
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ["ins", mergeAttributes(HTMLAttributes), 0],
});

export const Deletion = Mark.create({
  name: DELETION,
  inclusive: false,
  excludes: "",
  addAttributes: () => ({
    ...OWNER,
    /**
     * The insertion that these words belong to. A deletion spreads by itself over what others insert
     * in the middle of it at the same time; it counts on inserted words only when it names them.
     */
    of: {
      default: null,
      validate: (value: unknown) => {
        if (value !== null) checkId(value);
      },
      rendered: false,
    },
  }),
  renderHTML: ({ HTMLAttributes }) => ["del", mergeAttributes(HTMLAttributes), 0],
});

export const Formatting = Mark.create({
  name: FORMATTING,
  inclusive: false,
  excludes: "",
  addAttributes: () => ({
    ...OWNER,
    /** A look; see looks.ts. */
    mark: {
      default: "bold",
      validate: rule(isLook),
      renderHTML: ({ mark, on }) => ({ "data-format": `${on ? "" : "no-"}${mark}` }),
    },
    on: { default: true, validate: "boolean", rendered: false },
  }),
  renderHTML: ({ HTMLAttributes }) => ["span", mergeAttributes(HTMLAttributes), 0],
});

const TEXT_BLOCKS = ["paragraph", "title", "byline", "dateLine", "salutation", "heading"];
const CONTAINERS = ["quotation", "bulletList", "orderedList", "listItem", "table", "tableRow"];

/**
 * What is proposed for this line alone: a new one behind it is neither part of the line before nor another
 * heading.
 */
const OF_ONE_LINE: readonly Slot[] = ["joined", "retyped"];

const slot = (name: Slot): Attributes => ({
  [name]: {
    default: null,
    keepOnSplit: !OF_ONE_LINE.includes(name),
    validate: (value: unknown) => checkSlot(name, value),
    parseHTML: () => null,
    renderHTML: (attributes) => {
      const value: unknown = attributes[name];
      return typeof value === "string" ? { [`data-${name}`]: value } : {};
    },
  },
});

/** The slots on blocks, hard breaks and cues. */
export const SuggestionSlots = Extension.create({
  name: "suggestionSlots",
  addGlobalAttributes: () => [
    {
      types: [...TEXT_BLOCKS, ...CONTAINERS, "hardBreak", CUE],
      attributes: { ...slot("inserted"), ...slot("removed") },
    },
    { types: TEXT_BLOCKS, attributes: { ...slot("joined"), ...slot("retyped") } },
  ],
});
