/** 领导意见: what whoever is asked to sign wants of the writers. Every method decides access, from `actor`. */
import type { Directive } from "@/core/directive";
import type { DirectiveAnswer, NewDirective } from "@/core/directive-requests";
import { AppError } from "@/core/errors";
import { type DirectiveId, newThreadId, type SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import { quoteOf } from "@/core/review/reading-place";
import type { ProposedWording } from "@/core/review/wanted-wording";
import type { Database, Queries } from "../db/database";
import type { Clock } from "./clock";
import { answerDirective } from "./directive-answer";
import { tellOfDirective } from "./directive-notices";
import { hasDirective, readDirectives } from "./directive-rows";
import { insertDirective, openRewordings, sentBefore, withdrawReplaced } from "./directive-writes";
import type { DirectiveEdits, LiveThreads, NoticeBell, ServiceLogger } from "./ports";
import { latestRequest } from "./sign-off-rows";
import { lockSpeech, requireOnSpeech, requireOnText, type SpeechRow, speechFor } from "./speech-row";
import { storedOrTakenOut } from "./stored-mark";
import { hasThread } from "./thread-rows";
import { requireSpace } from "./thread-writes";

export interface DirectiveService {
  /** Oldest first, without those that were withdrawn. */
  list(actor: Person, speechId: SpeechId): Promise<readonly Directive[]>;
  /**
   * By somebody who is asked to sign; `forbidden` else, and in a final text. `text-changed` when what
   * was read isn't there any more: then nothing is made. `conflict` for an id that stands for other words.
   * The actor's open rewordings of words within the passage are withdrawn: one card says what the text does.
   */
  create(actor: Person, speechId: SpeechId, input: NewDirective): Promise<Directive>;
  /**
   * 已落实 and 请示 by the writers, 撤回 by its author. Done, a rewording that still stands is accepted.
   * Done without a word, `unanswered` for an instruction that nobody answered and for a rewording that was
   * rejected or went with its text. `conflict` for one that is settled already, but for the same answer again, and for
   * taking back words that were accepted among the suggestions.
   */
  answer(actor: Person, speechId: SpeechId, id: DirectiveId, answer: DirectiveAnswer): Promise<Directive>;
}

export interface DirectiveDependencies {
  readonly database: Database;
  readonly edits: DirectiveEdits;
  readonly live: Pick<LiveThreads, "changed">;
  readonly bell: NoticeBell;
  readonly clock: Clock;
  readonly logger: ServiceLogger;
}

export function createDirectiveService({
  database,
  edits,
  live,
  bell,
  clock,
  logger,
}: DirectiveDependencies): DirectiveService {
  const read = async (speechId: SpeechId, id: DirectiveId): Promise<Directive> => {
    live.changed(speechId);
    const [directive] = await database.query((queries) => readDirectives(queries, speechId, id));
    if (directive === undefined) throw new AppError("not-found");
    return directive;
  };

  return {
    list: (actor, speechId) =>
      database.query(async (queries) => {
        requireOnSpeech(await speechFor(queries, actor.id, speechId), "see-versions");
        return readDirectives(queries, speechId);
      }),

    async create(actor, speechId, input) {
      const mayGive = async (queries: Queries) => {
        const row = await speechFor(queries, actor.id, speechId);
        await requireLeader(queries, actor, row, input.kind);
        return sentBefore(queries, actor, speechId, input);
      };
      const known = await database.query(async (queries) => {
        const isKnown = await mayGive(queries);
        // Only an instruction begins a thread.
        if (!isKnown && input.kind === "instruction") await requireSpace(queries, speechId);
        return isKnown;
      });
      if (known) return read(speechId, input.id);
      const { id, place } = input;
      const now = clock.now();
      const thread = newThreadId();
      let made: ProposedWording;
      if (input.kind === "rewording") {
        const suggestion = { id, person: actor.id, at: now };
        const earlier = await database.query((queries) => openRewordings(queries, speechId, actor));
        const wanted = { place, wording: input.wording, suggestion, earlier };
        made = await edits.propose(speechId, actor.id, wanted);
      } else {
        await edits.mark(speechId, actor.id, thread, place);
        made = { quote: quoteOf(place), replaced: [] };
      }
      const store = () =>
        database.transaction(async (queries) => {
          // Before the text is made final, or not at all.
          await lockSpeech(queries, database.kind, speechId);
          if (await mayGive(queries)) return [];
          await insertDirective(queries, { actor, speechId, input, quote: made.quote, thread, now });
          for (const replaced of made.replaced) await withdrawReplaced(queries, replaced, actor, now);
          return tellOfDirective(queries, speechId, actor.id, now);
        });
      const told = await storedOrTakenOut(
        store,
        {
          speechId,
          // Words stand under the directive's own id; of one sent twice in one moment each marks a thread of its own.
          isOwn: input.kind === "instruction",
          isStored: () =>
            database.query((queries) =>
              input.kind === "rewording" ? hasDirective(queries, id) : hasThread(queries, thread),
            ),
          takeOut: () =>
            input.kind === "rewording"
              ? edits.settle(speechId, actor.id, { id, author: actor.id }, "reject")
              : edits.unmark(speechId, actor.id, thread),
        },
        logger,
      );
      bell.ring(told);
      return read(speechId, id);
    },

    async answer(actor, speechId, id, answer) {
      await answerDirective({ database, edits, bell, clock, logger }, { actor, speechId, id, answer });
      return read(speechId, id);
    },
  };
}

/** `forbidden` unless the actor was asked to sign the speech and may do this to its text, which isn't final. */
async function requireLeader(
  queries: Queries,
  actor: Person,
  row: SpeechRow,
  kind: NewDirective["kind"],
): Promise<void> {
  requireOnText(row, kind === "rewording" ? "suggest" : "comment");
  const request = await latestRequest(queries, row.id);
  const isAsked = request?.asked.some(({ id }) => id === actor.id) === true && request.ended !== "withdrawn";
  if (!isAsked || row.stage === "final") throw new AppError("forbidden");
}
