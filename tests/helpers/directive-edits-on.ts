import type * as Y from "yjs";
import type { PersonId, SpeechId } from "@/core/ids";
import { directiveEdits } from "@/server/sync/directive-edits";

/** What directives do to this one text, without rooms around it. */
export function directiveEditsOn(doc: Y.Doc) {
  const make = async <Result>(_speechId: SpeechId, _personId: PersonId, change: (doc: Y.Doc) => Result) =>
    doc.transact(() => change(doc));
  return directiveEdits({ edit: make, mark: make });
}
