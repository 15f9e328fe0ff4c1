/** What of a text's open suggestions stays when an older text is brought back. */
import { canonicalText } from "../compare/canonical-document";
import { compareDocuments } from "../compare/compare-documents";
import { type DocumentNode, documentSchema } from "../document/schema";
import { rejectAll } from "./settle";
import { suggestionsIn } from "./suggestions-in";

/**
 * `target` with the blocks of `now` that are the same but for what is proposed in them: nobody who brings
 * the words back decides on suggestions to them. Both in canonical form.
 */
export function withOpenSuggestions(now: DocumentNode, target: DocumentNode): DocumentNode {
  // Where nothing is proposed the texts needn't be compared.
  if (suggestionsIn(documentSchema().nodeFromJSON(now)).length === 0) return target;
  const content = [...(target.content ?? [])];
  for (const row of compareDocuments(now, target).rows) {
    if (row.kind !== "edited" && row.kind !== "moved-here") continue;
    const [block, wanted] = [now.content?.[row.from], content[row.to]];
    if (block === undefined || wanted === undefined) continue;
    const base = withoutSuggestions(block);
    if (base !== canonicalText(asDocument(block)) && base === withoutSuggestions(wanted)) {
      content[row.to] = block;
    }
  }
  return { ...target, content };
}

const asDocument = (block: DocumentNode): DocumentNode => ({ type: "doc", content: [block] });

function withoutSuggestions(block: DocumentNode): string {
  const base = rejectAll(documentSchema().nodeFromJSON(asDocument(block)));
  return canonicalText(base.toJSON() as DocumentNode); // as ProseMirror writes it
}
