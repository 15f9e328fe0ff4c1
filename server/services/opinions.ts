/** What comes with 修改后同意: an opinion that writers must answer, or changes of one's own. The callers decided access. */
import { isPending } from "@/core/directive";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { newDirectiveId, newThreadId, type SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import { listSuggestions } from "@/core/review/list-suggestions";
import type { Queries } from "../db/database";
import { readDirectives } from "./directive-rows";
import { insertDirective } from "./directive-writes";
import { readThreads } from "./thread-rows";
import { requireSpace } from "./thread-writes";

interface Opinion {
  readonly actor: Person;
  readonly speechId: SpeechId;
  readonly opinion: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Makes it an instruction about the whole text. Throws `too-large` for a speech that has all the threads it may have. */
export async function instruct(queries: Queries, { actor, speechId, opinion, now }: Opinion): Promise<void> {
  await requireSpace(queries, speechId);
  const input = { id: newDirectiveId(), kind: "instruction", body: opinion } as const;
  await insertDirective(queries, { actor, speechId, input, quote: null, thread: newThreadId(), now });
}

/** Whether something that this person wants of the text still stands: proposed in it, as a directive or as a comment. */
export async function wantsChanges(
  queries: Queries,
  actor: Person,
  speechId: SpeechId,
  document: DocumentNode,
): Promise<boolean> {
  const suggestions = listSuggestions(documentSchema().nodeFromJSON(document));
  if (suggestions.some(({ person }) => person === actor.id)) return true;
  const directives = await readDirectives(queries, speechId);
  if (directives.some(({ author, state }) => author.id === actor.id && isPending(state))) return true;
  const threads = await readThreads(queries, speechId);
  return threads.some(
    ({ directive, resolved, comments: [first] }) =>
      directive === null && resolved === null && first?.author.id === actor.id && !first.deleted,
  );
}
