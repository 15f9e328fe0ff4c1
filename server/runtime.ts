/**
 * The one runtime of this process. Next bundles its own copy of every module that a route imports,
 * so a module-level variable would exist twice; globalThis exists once. Only bytes and JSON may pass
 * between the two copies: never a live Y.Doc.
 */

import type { Config } from "./config";
import type { BodyShares } from "./http/body-shares";
import type { AuthorService } from "./services/authors";
import type { DecisionService } from "./services/decisions";
import type { DirectiveService } from "./services/directives";
import type { ExportService } from "./services/exports";
import type { HouseStyleService } from "./services/house-styles";
import type { ImportService } from "./services/imports";
import type { NoticeService } from "./services/notices";
import type { OfficeStageService } from "./services/office-stages";
import type { PeopleService } from "./services/people";
import type { PreviewService } from "./services/previews";
import type { ReadingSettingsService } from "./services/reading-settings";
import type { RecordService } from "./services/records";
import type { SessionService } from "./services/sessions";
import type { SignOffService } from "./services/sign-offs";
import type { SpeechService } from "./services/speeches";
import type { StageService } from "./services/stages";
import type { ThreadService } from "./services/threads";
import type { VersionService } from "./services/versions";

export interface Runtime {
  readonly config: Config;
  readonly directives: DirectiveService;
  readonly readingSettings: ReadingSettingsService;
  readonly authors: AuthorService;
  readonly notices: NoticeService;
  readonly people: PeopleService;
  readonly speeches: SpeechService;
  readonly sessions: SessionService;
  readonly threads: ThreadService;
  readonly decisions: DecisionService;
  readonly versions: VersionService;
  readonly stages: StageService;
  readonly officeStages: OfficeStageService;
  readonly signOffs: SignOffService;
  readonly exports: ExportService;
  readonly previews: PreviewService;
  readonly imports: ImportService;
  readonly houseStyles: HouseStyleService;
  readonly records: RecordService;
  /** See services/data-generation.ts. Asked each time: an archive may be read in beside a running node. */
  readonly dataGeneration: () => Promise<string>;
  readonly bodyShares: BodyShares;
  /** Structured log; never speech text. */
  readonly log: {
    warn(fields: Readonly<Record<string, unknown>>, message: string): void;
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
}

const KEY = Symbol.for("lectern.runtime");

type RuntimeHolder = { [KEY]?: Runtime };

export function setRuntime(runtime: Runtime | undefined): void {
  (globalThis as RuntimeHolder)[KEY] = runtime;
}

/** Throws when called before the server has started, for example while `next build` evaluates routes. */
export function getRuntime(): Runtime {
  const runtime = (globalThis as RuntimeHolder)[KEY];
  if (runtime === undefined) throw new Error("The runtime is not started.");
  return runtime;
}
