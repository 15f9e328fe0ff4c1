/**
 * The record of a speech (办理记录): what happened to it that must be provable later. Each entry carries
 * the hash of the one before, so none can be changed or taken out unnoticed.
 */
import type { Role } from "./access";
import type { ExportRequest } from "./export";
import type { PersonId, SignOffRequestId, VersionId } from "./ids";
import type { FinalBlocker, SignOffAnswer } from "./sign-off";
import type { Stage } from "./speech";
import type { SpeechChange } from "./speech-requests";
import type { StageTask } from "./stage-task";
import type { VersionSummary } from "./version";
import type { Restore } from "./version-requests";

/** Facts of an entry by its kind; never speech text. `contentHash`: of the canonical text, as in version.ts. */
export interface RecordFacts {
  /** The speech was begun under this title. */
  readonly create: { readonly title: string };
  /** Title and settings that became others: what each was, and is. */
  readonly details: { readonly changes: DetailChanges };
  readonly archive: { readonly archived: boolean };
  /** `version` was kept by hand, or named so that it stays. */
  readonly version: { readonly version: VersionId; readonly name: string; readonly contentHash: string };
  /** What a file said came in: as this speech, or as `version` beside its text. `fileHash`: SHA-256 of its bytes. */
  readonly import: {
    readonly fileName: string;
    readonly fileHash: string;
    readonly threads: number;
    readonly version: VersionId | null;
    readonly contentHash: string;
  };
  /** `styleName`: what the office called its own layout then; it may be gone by now. */
  readonly export: ExportRequest & {
    readonly contentHash: string;
    readonly styleName?: string;
    /** What the two in a comparison were, null for the text of that moment. Left out of entries from before it was kept. */
    readonly compared?: Readonly<Record<"from" | "to", RecordedVersion | null>>;
  };
  /** `version` holds the text that the stage begins with. */
  readonly stage: {
    readonly from: Stage;
    readonly to: Stage;
    readonly draft: number;
    readonly note: string;
    readonly version: VersionId;
    readonly contentHash: string;
    /** What the office called the two then, where it had names of its own for them. */
    readonly names?: Partial<Record<Stage, string>>;
    /** Who is expected to do what by when; left out when nobody is. */
    readonly tasks?: readonly StageTask[];
    /** What kept it from being final, how many of each, and the chief's reason for going past it. */
    readonly overrides?: Partial<Record<FinalBlocker, { readonly count: number; readonly reason: string }>>;
  };
  /** Who was asked to sign `version`. */
  readonly "sign-off-request": {
    readonly people: readonly { readonly id: PersonId; readonly name: string }[];
    readonly inOrder: boolean;
    readonly dueOn: string | null;
    readonly note: string;
    readonly version: VersionId;
    readonly contentHash: string;
  };
  readonly "sign-off-withdrawal": { readonly request: SignOffRequestId };
  /** `textHash`: of the text that was read and signed, see sign-off.ts. */
  readonly "sign-off": {
    readonly answer: SignOffAnswer;
    readonly opinion: string;
    readonly version: VersionId;
    readonly contentHash: string;
    readonly textHash: string;
    /** The draft that was sent, and whether it had been changed since. Left out of entries from before it was kept. */
    readonly sent?: { readonly draft: RecordedVersion; readonly isChanged: boolean };
  };
  /** `version` was brought back, whole or in part; `contentHash` is of what the text was after it. */
  readonly restore: {
    readonly version: VersionId;
    readonly whole: boolean;
    /** Which of its blocks, where it wasn't the whole. Left out of entries from before it was kept. */
    readonly blocks?: Restore["blocks"];
    readonly contentHash: string;
    /** Of what the text was before it. Left out of entries from before it was kept. */
    readonly replacedHash?: string;
    /** What `version` was: it may be thinned away by now. Left out of entries from before it was kept. */
    readonly restored?: RecordedVersion;
  };
  /** Whether the chief locked the speech in 修订, or opened it. */
  readonly "suggest-only": { readonly on: boolean };
  /** Who was put on the speech or given another role; null for who was taken off. */
  readonly member: { readonly person: PersonId; readonly name: string; readonly role: Role | null };
}

export interface RecordedVersion extends Pick<VersionSummary, "kind" | "name" | "stage" | "createdAt"> {
  /** What the office called its stage then, where it had a name of its own for it. */
  readonly stageName?: string;
}

/** Title and settings of a speech that the record follows. */
type Details = Omit<Required<SpeechChange>, "archived" | "suggestOnly">;
export type DetailChanges = {
  readonly [Field in keyof Details]?: { readonly from: Details[Field]; readonly to: Details[Field] };
};

export type RecordKind = keyof RecordFacts;

export type RecordEntryOf<Kind extends RecordKind> = {
  /** From 1, without gaps. */
  readonly number: number;
  readonly kind: Kind;
  readonly facts: RecordFacts[Kind];
  /** As the person was called then; in entries from before that was kept, today. */
  readonly person: { readonly id: PersonId; readonly name: string };
  /** Epoch milliseconds, the server's clock. */
  readonly at: number;
  /** SHA-256 of the entry and the hash before it. */
  readonly hash: string;
};

export type RecordEntry = { readonly [Kind in RecordKind]: RecordEntryOf<Kind> }[RecordKind];

export interface SpeechRecord {
  /** Oldest first. */
  readonly entries: readonly RecordEntry[];
  /** The first entry that doesn't fit the one before it; null when the chain is whole. */
  readonly brokenAt: number | null;
}
