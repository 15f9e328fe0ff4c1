/**
 * The record of a speech (办理记录): what happened to it that must be provable later. Each entry carries
 * the hash of the one before, so none can be changed or taken out unnoticed.
 */
import type { ExportRequest } from "./export";
import type { PersonId } from "./ids";

/** Facts of an entry by its kind; never speech text. */
export interface RecordFacts {
  /** `contentHash`: SHA-256 of the canonical text that the file was made of; see version.ts. */
  readonly export: ExportRequest & { readonly format: "docx"; readonly contentHash: string };
}
export type RecordKind = keyof RecordFacts;

export type RecordEntry = {
  readonly [Kind in RecordKind]: {
    /** From 1, without gaps. */
    readonly number: number;
    readonly kind: Kind;
    readonly facts: RecordFacts[Kind];
    readonly person: { readonly id: PersonId; readonly name: string };
    /** Epoch milliseconds, the server's clock. */
    readonly at: number;
    /** SHA-256 of the entry and the hash before it. */
    readonly hash: string;
  };
}[RecordKind];

export interface SpeechRecord {
  /** Oldest first. */
  readonly entries: readonly RecordEntry[];
  /** The first entry that doesn't fit the one before it; null when the chain is whole. */
  readonly brokenAt: number | null;
}
