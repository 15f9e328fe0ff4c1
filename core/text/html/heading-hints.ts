/** What lines of HTML declare about themselves, made into hints for the classifier. */
import type { DocumentNode } from "@/core/document/schema";
import { blockNode, type Run, runsText, type SourceBlock } from "@/core/text/import/source";
import { isSalutation } from "@/core/text/import/title-block";
import type { OwnBlock } from "./own-block";
import { type OfficeListItem, officeListNodes } from "./word-list";

/** A line with its declarations: the number of its h tag, Word's title style or outline level. */
export interface DraftLine {
  readonly kind: "line";
  readonly runs: readonly Run[];
  readonly tag?: number;
  readonly isTitle?: boolean;
  readonly outlineLevel?: number;
  /** It is a block of the editor's own, nothing of which is to be guessed. */
  readonly own?: OwnBlock;
  /** See SourceBlock. */
  readonly continues?: boolean;
}

export type Draft =
  | DraftLine
  | { readonly kind: "node"; readonly node: DocumentNode }
  | { readonly kind: "item"; readonly item: OfficeListItem };

type LineOrNode = Exclude<Draft, { kind: "item" }>;

/** Word writes each list item as a paragraph; neighbours become one list again. */
export function joinListItems(drafts: readonly Draft[]): LineOrNode[] {
  const blocks: LineOrNode[] = [];
  let items: OfficeListItem[] = [];
  const endList = () => {
    for (const node of officeListNodes(items)) blocks.push({ kind: "node", node });
    items = [];
  };
  for (const draft of drafts) {
    if (draft.kind === "item") {
      items.push(draft.item);
    } else {
      endList();
      blocks.push(draft);
    }
  }
  endList();
  return blocks;
}

/**
 * Word's h1 is its first heading level; a web page's only h1 is its title, and its other headings
 * rank by the tags that it uses. Where somebody is greeted, the greeting shows the title better.
 */
export function resolveHints(blocks: readonly LineOrNode[], isOffice: boolean): SourceBlock[] {
  const lines = blocks.filter((block) => block.kind === "line");
  const tags = lines.flatMap(({ tag }) => (tag === undefined ? [] : [tag]));
  const greets = lines.some(({ runs }) => isSalutation(runsText(runs).trim()));
  const hasWebTitle = !isOffice && tags.filter((tag) => tag === 1).length === 1;
  const ranked = [...new Set(tags)]
    .filter((tag) => !(hasWebTitle && tag === 1))
    .sort((one, other) => one - other);
  return blocks.map((block): SourceBlock => {
    if (block.kind === "node") return block;
    const { tag, isTitle, outlineLevel, own, ...line } = block;
    if (own !== undefined) return { kind: "node", node: blockNode(own.type, line.runs, own.attrs) };
    if (isTitle) return { ...line, hint: "title" };
    if (hasWebTitle && tag === 1) return { ...line, hint: greets ? undefined : "title" };
    const rank = tag !== undefined && !isOffice ? ranked.indexOf(tag) + 1 : (tag ?? outlineLevel);
    return { ...line, hint: rank === undefined ? undefined : asLevel(rank) };
  });
}

function asLevel(rank: number): 1 | 2 | 3 | 4 {
  return rank >= 4 ? 4 : rank === 3 ? 3 : rank === 2 ? 2 : 1;
}
