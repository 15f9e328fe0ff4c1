/**
 * Mends what moving does to what others do in the same moment: has words put back that went with a line
 * (lost-words.ts), and copies dropped of a line that two people moved (carried-twice.ts). A closed text takes
 * neither: both wait until it is open again.
 */
import { setTimeout } from "node:timers/promises";
import type * as Y from "yjs";
import { can } from "@/core/access";
import { type IdRange, IdRanges } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { type CarriedTwice, carriedTwice, hasBoth } from "./carried-twice";
import type { Claim } from "./claim";
import type { ClientOwners } from "./client-owners";
import { dropCopies } from "./drop-copies";
import { GoneLines } from "./gone-lines";
import { LiveDocument, type TakenIn } from "./live-document";
import { type LostWords, lostWords, partsOutside } from "./lost-words";
import type { Author, SyncLogger } from "./ports";
import { hasPlace, putBackWords } from "./put-back-words";
import type { ServerEdits } from "./server-edit";
import type { JudgedUpdate } from "./update-check";

const PAUSE_MS = 100;
/** Another node that knows where words belong has stored them by then. */
const OTHERS_MS = 2_000;
/** Whoever opens the speech doesn't wait for its rows to be looked through: that takes as long as reading them. */
const RECALL_MS = 500;

interface RescueParts {
  readonly text: LiveDocument;
  readonly owners: ClientOwners;
  readonly edits: ServerEdits;
  readonly logger: SyncLogger;
  readonly speechId: SpeechId;
  readonly now: () => number;
  /** What was taken out of the text at any time, on any node. */
  readonly loadRemovals: () => Promise<readonly Removal[]>;
}

/** What an accepted update took out of the text, all that it names as deleted, and what it writes. */
interface AcceptedChange extends Pick<JudgedUpdate, "deletions" | "newStructs"> {
  readonly removals: readonly Removal[];
}

export class Rescue {
  /** Letters that were put elsewhere: since the room was opened, and once asked for before that. */
  private readonly carried = new IdRanges<Removal>();
  private readonly lines = new GoneLines();
  private readonly places = { carried: this.carried, lines: this.lines };

  /** What was put back, or is about to be: it is found again as long as that isn't stored. */
  private readonly handled = new IdRanges<IdRange>();
  /** Of whom nothing is known, as of people on other nodes, is taken for one who only suggests. */
  private readonly direct = new Map<PersonId, boolean>();
  /** Yjs's clients whose changes this node stored: words of theirs are put back here, if it's known where. */
  private readonly clients = new Set<number>();
  private pending: LostWords[] = [];
  private twice: CarriedTwice[] = [];
  private working: Promise<void> | null = null;
  /** The text was closed when it was last looked at with something to be mended in it. */
  private isHeld = false;
  /** Somebody said so since that was asked. */
  private mayBeOpen = false;
  private recalled: Promise<void> = Promise.resolve();
  /** Whether the rows that the room was opened with may hold words that aren't known yet. */
  private isUnread = false;

  constructor(private readonly parts: RescueParts) {
    parts.text.watch((taken) => this.look(taken));
  }

  /** Call for each accepted update. */
  note(
    { personId, role }: Author["participant"],
    { suggests, cameWith }: Claim,
    accepted: AcceptedChange,
  ): void {
    const { removals, deletions, newStructs } = accepted;
    for (const { id } of newStructs) this.clients.add(id.client);
    // The server's own changes in a person's name say nothing of what the person may do.
    if (role !== undefined) this.direct.set(personId, can(role, "edit") && !suggests);
    // Nobody has words dropped by proposing them elsewhere.
    if (role !== undefined && this.direct.get(personId) === true) {
      const twice = carriedTwice({ personId, deletions, structs: newStructs, cameWith }, this.carried);
      if (twice !== null) this.twice.push(twice);
    }
    for (const removal of removals) if (removal.carriedTo !== null) this.carried.add(removal);
  }

  private look(taken: TakenIn): void {
    const lost = lostWords(taken, this.lines).flatMap((words) => partsOutside(words, this.handled));
    for (const { ids } of lost) this.handled.add(ids);
    this.pending.push(...lost);
    this.mayBeOpen = true;
    this.begin(taken.transaction.doc);
  }

  private begin(doc: Y.Doc): void {
    if (this.pending.length > 0 || this.twiceIn(doc).length > 0) this.working ??= this.work();
  }

  /** Call when the text may have been opened again; every change of it is taken for a sign of that, too. */
  tryAgain(): void {
    this.mayBeOpen = true;
    this.begin(this.parts.text.taken);
  }

  /**
   * Whether words that were told to be saved stand in the log's rows only: merged with those that they came after,
   * or before, they aren't found there any more.
   */
  get owes(): boolean {
    const owes = () => this.isUnread || this.working !== null || this.pending.length > 0;
    if (owes()) return true;
    // What waits to be taken in may hold some.
    this.parts.text.stateVector();
    return owes();
  }

  /**
   * Call once, with the rows that the room was opened with. Words are told to be saved before they are put back: a
   * server that ended in between left that to the next one.
   */
  recall(rows: readonly Uint8Array[]): void {
    // A room that was closed in order left a single row, and nothing to be put back.
    this.isUnread = rows.length > 1;
    if (this.isUnread) this.recalled = this.recallFrom(rows);
  }

  private async recallFrom(rows: readonly Uint8Array[]): Promise<void> {
    const { logger, speechId } = this.parts;
    const lost: LostWords[] = [];
    await setTimeout(RECALL_MS);
    const before = new LiveDocument(rows.slice(0, 1));
    try {
      before.watch((taken) => lost.push(...lostWords(taken, this.lines)));
      before.apply(rows.slice(1), true);
      // Only these tell what is back already: without them nothing may be put back.
      if (lost.length > 0) await this.readCarried();
    } catch (error) {
      logger.error({ err: error, speechId }, "whether words were to be put back can't be read");
      return;
    } finally {
      before.destroy();
    }
    const left = lost.flatMap((words) => partsOutside(words, this.carried));
    for (const words of left.flatMap((one) => partsOutside(one, this.handled))) {
      this.handled.add(words.ids);
      this.pending.push(words);
    }
    this.isUnread = false;
    this.tryAgain();
  }

  private async readCarried(): Promise<void> {
    for (const removal of await this.parts.loadRemovals()) {
      if (removal.carriedTo !== null) this.carried.add(removal);
    }
  }

  /** Resolves when nothing waits to be put back, but for what waits until the text is open again. */
  async done(): Promise<void> {
    await this.recalled;
    while (this.working !== null) await this.working;
  }

  /** All that is found meanwhile at once, and with a pause: it reads the whole text, which nobody may have done all the time. */
  private async work(): Promise<void> {
    const { doc } = this.parts.text;
    while (this.pending.length > 0 || this.twiceIn(doc).length > 0) {
      await setTimeout(PAUSE_MS);
      if (await this.mustWait()) break;
      const twice = this.twiceIn(doc);
      this.twice = this.twice.filter((one) => !twice.includes(one));
      for (const one of twice) await this.dropCopies(one);
      const lost = this.pending.splice(0);
      const isOurs = (words: LostWords) => this.clients.has(words.ids.clientId) && this.isPlaced(words);
      const others = lost.filter((words) => !isOurs(words));
      await this.putBack(lost.filter(isOurs));
      if (others.length > 0) {
        await this.leaveToOthers(others);
        await this.putBack(others);
      }
    }
    this.working = null;
  }

  private async mustWait(): Promise<boolean> {
    const { edits, logger, speechId } = this.parts;
    const wasHeld = this.isHeld;
    do {
      this.mayBeOpen = false;
      this.isHeld = await edits.isClosed();
    } while (this.isHeld && this.mayBeOpen);
    if (this.isHeld && !wasHeld) logger.info({ speechId }, "lost words wait until the text is open again");
    // Another node may have heard of that first.
    if (!this.isHeld && wasHeld) await this.readPlaces();
    return this.isHeld;
  }

  /** What the text holds by now. */
  private twiceIn(doc: Y.Doc): CarriedTwice[] {
    return this.twice.filter((one) => hasBoth(doc, one));
  }

  private async dropCopies(twice: CarriedTwice): Promise<void> {
    const { edits, logger, speechId } = this.parts;
    try {
      await edits.make(twice.personId, (doc) => dropCopies(doc, twice, this.carried), {
        carries: (dropped) => dropped,
        onlyIfOpen: true,
      });
    } catch (error) {
      if (isRefused(error)) this.twice.push(twice);
      else logger.error({ err: error, speechId }, "a line that two people moved stands there twice");
    }
  }

  private isPlaced(words: LostWords): boolean {
    return hasPlace(this.parts.text.doc, words, this.places);
  }

  /**
   * For words whose line went before this room was opened, or on another node, and for those that were typed
   * on another: where two people took out one line both nodes know its place, and the words would be there twice.
   */
  private async leaveToOthers(lost: readonly LostWords[]): Promise<void> {
    // Several that know it don't all look in the same moment, and all before those that don't.
    const share = lost.every((words) => this.isPlaced(words)) ? 0.25 + Math.random() / 2 : 1;
    await setTimeout(OTHERS_MS * share);
    await this.readPlaces();
  }

  private async readPlaces(): Promise<void> {
    const { logger, speechId } = this.parts;
    try {
      await this.readCarried();
    } catch (error) {
      logger.error({ err: error, speechId }, "where lost words belong can't be read");
    }
  }

  /** In the name of who typed them. */
  private async putBack(lost: readonly LostWords[]): Promise<void> {
    const { owners, edits, logger, speechId, now } = this.parts;
    const byPerson = new Map<PersonId, LostWords[]>();
    for (const words of lost) {
      if (this.carried.has(words.ids)) continue;
      const person = owners.ownerOf(words.ids.clientId);
      if (person !== null) byPerson.set(person, [...(byPerson.get(person) ?? []), words]);
    }
    for (const [personId, words] of byPerson) {
      const isDirect = this.direct.get(personId) === true;
      const suggestion = isDirect ? null : { id: newId(), person: personId, at: now() };
      try {
        await edits.make(personId, (doc) => putBackWords(doc, { personId, suggestion }, words, this.places), {
          // Tells the other nodes, and a later day, that these words are back.
          carries: (back) => back,
          onlyIfOpen: true,
        });
      } catch (error) {
        if (isRefused(error)) this.pending.push(...words);
        else logger.error({ err: error, speechId }, "words that went with a moved line aren't back");
      }
    }
  }
}

/** The text was closed before the edit's turn came. */
const isRefused = (error: unknown) => error instanceof AppError && error.code === "forbidden";
