/** What keeps a speech from being made final. The callers decided access. */
import { signerKey, wordKeys } from "@/core/blocker-keys";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import type { RecordFacts } from "@/core/record";
import { listSuggestions } from "@/core/review/list-suggestions";
import type { Thread } from "@/core/review/thread";
import {
  FINAL_BLOCKERS,
  type FinalBlocker,
  type FinalBlockerKeys,
  type FinalBlockers,
  type TextToSign,
  wasSeen,
} from "@/core/sign-off";
import type { Overrides } from "@/core/sign-off-requests";
import type { NumberingStyle } from "@/core/speech";
import { placeholdersIn } from "@/core/text/placeholders";
import type { Database, Queries } from "../db/database";
import { acceptedText } from "./accepted-text";
import { pendingDirectives } from "./directive-rows";
import { readOfficeStages } from "./office-stages";
import type { VersionTexts } from "./ports";
import { everAsked, latestRequest, type RequestRow } from "./sign-off-rows";
import { hasSigned } from "./signing-turns";
import { numberingStyleOf } from "./speech-row";
import { readThreads } from "./thread-rows";

interface BlockerDependencies {
  readonly database: Database;
  readonly texts: Pick<VersionTexts, "snapshot">;
}

/** As the text is at this moment. */
export async function finalBlockers(
  { database, texts }: BlockerDependencies,
  speechId: SpeechId,
): Promise<FinalBlockerKeys> {
  const { document } = await texts.snapshot(speechId, null);
  const rows = await database.query((queries) => blockingRows(queries, speechId));
  return blockersOf(document, acceptedText(document, rows.style), rows);
}

/** What of it is in the database. */
interface BlockingRows {
  readonly request: RequestRow | null;
  /** Asking others takes nobody's word out of the way. */
  readonly everAsked: Awaited<ReturnType<typeof everAsked>>;
  readonly threads: readonly Thread[];
  readonly directives: readonly string[];
  readonly style: NumberingStyle;
  /** Whether the office makes nothing final that nobody was asked to sign. */
  readonly needsSignOff: boolean;
}

export async function blockingRows(queries: Queries, speechId: SpeechId): Promise<BlockingRows> {
  return {
    request: await latestRequest(queries, speechId),
    everAsked: await everAsked(queries, speechId),
    threads: await readThreads(queries, speechId),
    directives: await pendingDirectives(queries, speechId),
    style: await numberingStyleOf(queries, speechId),
    needsSignOff: (await readOfficeStages(queries)).some((stage) => stage.needsSignOff),
  };
}

/** `accepted`: the document as it is signed, which its readers have at hand. */
export function blockersOf(
  document: DocumentNode,
  accepted: TextToSign,
  { request, everAsked: signers, threads, directives, needsSignOff }: BlockingRows,
): FinalBlockerKeys {
  const keys: Required<FinalBlockerKeys> = {
    "nobody-asked": needsSignOff && request === null ? ["nobody"] : [],
    "sign-offs": [...missingSignOffs(request, accepted.textHash), ...returnedBefore(request, signers)],
    directives,
    suggestions: listSuggestions(documentSchema().nodeFromJSON(document)).map(({ id }) => id),
    threads: openThreadsOf(signers, threads),
    placeholders: wordKeys(placeholdersIn(accepted.document)),
  };
  return Object.fromEntries(Object.entries(keys).filter(([, { length }]) => length > 0));
}

export function countsOf(blockers: FinalBlockerKeys): FinalBlockers {
  return Object.fromEntries(Object.entries(blockers).map(([blocker, { length }]) => [blocker, length]));
}

/** Nobody's where nobody was ever asked; everybody's when the chief took the request back. */
function missingSignOffs(request: RequestRow | null, textHash: string): string[] {
  if (request === null) return [];
  const keys = request.asked.map(({ id, latest: row }) => signerKey(id, row?.answer));
  if (request.ended === "withdrawn") return keys;
  return keys.filter((_, index) => !hasSigned(request.asked[index]?.latest ?? null, textHash));
}

/** Who returned it last and isn't asked any more. */
function returnedBefore(request: RequestRow | null, signers: BlockingRows["everAsked"]): string[] {
  const askedNow = new Set(request?.asked.map(({ id }) => id));
  return [...signers].flatMap(([id, said]) =>
    said === "returned" && !askedNow.has(id) ? [signerKey(id, said)] : [],
  );
}

/** What the signers said and nobody resolved, beside their directives, which count for themselves. */
function openThreadsOf(signers: BlockingRows["everAsked"], threads: readonly Thread[]): string[] {
  const open = threads.filter(({ resolved, comments, directive }) => {
    const [first] = comments;
    return (
      directive === null &&
      resolved === null &&
      first !== undefined &&
      !first.deleted &&
      signers.has(first.author.id)
    );
  });
  return open.map(({ id }) => id);
}

/**
 * Throws `not-ready` unless each blocker has a reason from somebody who saw all of it; its fields are how many there
 * are of each now. For the record: what was gone past, and why.
 */
export function requireOverridden(
  blockers: FinalBlockerKeys,
  reasons: Overrides,
): NonNullable<RecordFacts["stage"]["overrides"]> {
  const overridden: NonNullable<RecordFacts["stage"]["overrides"]> = {};
  for (const blocker of FINAL_BLOCKERS) {
    const keys = blockers[blocker];
    if (keys === undefined) continue;
    const given = reasons[blocker];
    if (given === undefined || !wasSeen(keys, given.seen)) throw notReady(blocker, blockers);
    overridden[blocker] = { count: keys.length, reason: given.reason };
  }
  return overridden;
}

function notReady(blocker: FinalBlocker, blockers: FinalBlockerKeys): AppError {
  const counts = Object.entries(countsOf(blockers)).map(([each, count]) => [each, String(count)]);
  return new AppError("not-ready", blocker, Object.fromEntries(counts));
}
