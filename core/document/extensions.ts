/**
 * The document's schema as Tiptap extensions without behaviour: the editor extends these, the server
 * builds its schema from them. Raise SCHEMA_VERSION (core/protocol.ts) with every change here.
 */
import type { Extensions } from "@tiptap/core";
import { Blockquote } from "@tiptap/extension-blockquote";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { BulletList } from "@tiptap/extension-list/bullet-list";
import { ListItem } from "@tiptap/extension-list/item";
import { OrderedList } from "@tiptap/extension-list/ordered-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { CELL_RULES, ORDERED_LIST_RULES, withRules } from "./attribute-rules";
import { CommentMark } from "./comment-mark";
import { Heading } from "./heading";
import { Byline, DateLine, Salutation, Title } from "./lines";
import { Cue, Pinyin, Stress } from "./reading-aid-nodes";
import { Deletion, Formatting, Insertion, SuggestionSlots } from "./suggestion-marks";

/** A quotation set off from the text. */
export const Quotation = Blockquote.extend({ name: "quotation", content: "paragraph+" });

export const NumberedList = OrderedList.extend({
  addAttributes() {
    return withRules(this.parent?.(), ORDERED_LIST_RULES);
  },
});

const Item = ListItem.extend({ content: "paragraph (paragraph | bulletList | orderedList)*" });
/** Headings stay out of tables, so that the outline is the speech's and nothing else. */
const CELL_CONTENT = "(paragraph | bulletList | orderedList)+";

/** Every node and mark of a speech. The order decides which block an empty document starts with. */
export const documentExtensions: Extensions = [
  Document,
  Paragraph,
  Text,
  Title,
  Byline,
  DateLine,
  Salutation,
  Heading,
  Quotation,
  BulletList,
  NumberedList,
  Item,
  Table.configure({ resizable: false }),
  TableRow,
  TableHeader.extend({
    content: CELL_CONTENT,
    addAttributes() {
      return withRules(this.parent?.(), CELL_RULES);
    },
  }),
  TableCell.extend({
    content: CELL_CONTENT,
    addAttributes() {
      return withRules(this.parent?.(), CELL_RULES);
    },
  }),
  HardBreak,
  Cue,
  Bold,
  Italic,
  Stress,
  Pinyin,
  CommentMark,
  Insertion,
  Deletion,
  Formatting,
  SuggestionSlots,
];
