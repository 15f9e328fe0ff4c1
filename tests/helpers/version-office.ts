/** An office over real storage with live rooms and versions of its speeches. */
import type { Role } from "@/core/access";
import type { SignOffRequestId, SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import { compareFully } from "@/server/compare/compare-fully";
import type { Comparer } from "@/server/compare/comparer";
import type { Storage } from "@/server/db/storage";
import { findPassages } from "@/server/search/find-passages";
import type { PassageFinder } from "@/server/search/passage-finder";
import { isClosedText } from "@/server/services/closed-text";
import { createDecisionService, type DecisionService } from "@/server/services/decisions";
import { createDirectiveService, type DirectiveService } from "@/server/services/directives";
import type { ServiceLogger } from "@/server/services/ports";
import { createRecordService, type RecordService } from "@/server/services/records";
import {
  createSignOffService,
  type SignOffDependencies,
  type SignOffService,
} from "@/server/services/sign-offs";
import { createStageService, type StageService } from "@/server/services/stages";
import { createVersionService, type VersionService } from "@/server/services/versions";
import { directiveEdits } from "@/server/sync/directive-edits";
import { localRelay } from "@/server/sync/local-relay";
import { Rooms, type RoomsOptions } from "@/server/sync/rooms";
import { createVersionTexts } from "@/server/sync/version-texts";
import { keepingLogger } from "./keeping-logger";
import { type Office, openOffice } from "./offices";
import { SyncClient } from "./sync-client";

export interface VersionOffice extends Office {
  readonly versions: VersionService;
  readonly stages: StageService;
  readonly signOffs: SignOffService;
  readonly records: RecordService;
  readonly directives: DirectiveService;
  readonly decisions: DecisionService;
  readonly liveRooms: Rooms;
  readonly chief: Person;
  readonly speechId: SpeechId;
  /** What who asks people to sign again knows of. */
  latestAsked(): Promise<SignOffRequestId | null>;
  /** What the services are made of, to make one that something crosses with. */
  readonly parts: SignOffDependencies & { readonly logger: ServiceLogger };
  /** A page of this person's, with everything typed in it; with a document, one that comes back with it. */
  page(person: Person, role?: Role, doc?: SyncClient["doc"]): SyncClient;
}

/** Compares in this thread; comparer.test.ts has the other one. */
export const COMPARER: Comparer = {
  compare: async (before, after, traces) => compareFully({ before, after, traces }),
  close: async () => undefined,
};

/** Likewise; version-search.test.ts has the other one. */
export const PASSAGES: PassageFinder = {
  find: async (search) => findPassages(search),
  close: async () => undefined,
};

/** Only the tests of papers make any. */
const NO_TYPESETTING = { record: () => Promise.reject(new Error("no typesetting")) };

export async function openVersionOffice(
  storage: Storage,
  options: Partial<RoomsOptions> = {},
): Promise<VersionOffice> {
  const onPause = async (speechId: SpeechId) => {
    await versions.keepAfterPause(speechId);
    await signOffs.tellBroken(speechId);
  };
  // As the server's own: where nobody waits for it, it may be under way as a test ends.
  const makeUpPause = (speechId: SpeechId) =>
    onPause(speechId).catch((err: unknown) => office.logger.error({ err }, "a pause not made up for"));
  const office = await openOffice(storage, { makeUpPause });
  const liveRooms = new Rooms({
    log: storage.log,
    relay: localRelay,
    logger: keepingLogger(),
    count: () => ({ characters: 1, spokenUnits: 2 }),
    presenceDelayMs: 1,
    isClosed: (speechId) => isClosedText(storage.database, speechId),
    onPause,
    onDecided: (speechId) => decisions.tellProposers(speechId),
    onLargeRemoval: (...removal) => versions.keepBeforeRemoval(...removal),
    ...options,
  });
  const { clock, rooms, bell } = office;
  const texts = createVersionTexts(liveRooms);
  const dependencies = {
    database: storage.database,
    texts,
    comparer: COMPARER,
    passages: PASSAGES,
    clock,
    rooms,
    bell,
    live: office.live,
    logger: office.logger,
    makeUpPause,
  };
  const versions = createVersionService(dependencies);
  const signOffs = createSignOffService(dependencies);
  const decisions = createDecisionService({ ...dependencies, changed: (id) => office.live.changed(id) });
  const chief = await office.addPerson();
  const { id: speechId } = await office.addSpeech(chief);
  const page = (person: Person, role: Role = "editor", doc?: SyncClient["doc"]) =>
    new SyncClient(liveRooms, speechId, { personId: person.id, role, ...(doc && { doc }) });
  return {
    ...office,
    versions,
    stages: createStageService(dependencies),
    signOffs,
    directives: createDirectiveService({ ...dependencies, edits: directiveEdits(liveRooms) }),
    records: createRecordService({ ...dependencies, typesetting: NO_TYPESETTING }),
    decisions,
    liveRooms,
    chief,
    speechId,
    latestAsked: async () => (await signOffs.read(chief, speechId)).request?.id ?? null,
    parts: dependencies,
    page,
  };
}
