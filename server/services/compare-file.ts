/**
 * Compares a file's text with a version or the text as it is now. Nothing is kept, so it goes where no version
 * can be made: beside a final text, and for who comments or suggests. The caller decided access.
 */
import { hasSuggestions } from "@/core/document/proposers";
import type { SpeechId } from "@/core/ids";
import type { ImportedText } from "@/core/import";
import type { FileComparisonRequest } from "@/core/import-requests";
import type { NumberingStyle } from "@/core/speech";
import type { VersionComparison } from "@/core/version";
import { acceptedDocument } from "./accepted-text";
import { versionSide } from "./version-side";
import type { VersionDependencies } from "./versions";

export interface ComparedFile {
  readonly text: Pick<ImportedText, "document" | "numberingStyle">;
  readonly request: Pick<FileComparisonRequest, "with" | "side">;
  /** Of the speech as it is now. */
  readonly numberingStyle: NumberingStyle;
}

/**
 * Both with all their suggestions accepted: a text goes out so as a rule, and what colleagues propose in it isn't what
 * who sent the file back changed. `not-found` for a version that the speech doesn't have.
 */
export async function compareFile(
  dependencies: VersionDependencies,
  speechId: SpeechId,
  { text, request, numberingStyle }: ComparedFile,
): Promise<VersionComparison> {
  const { summary, document } = await versionSide(dependencies, speechId, request.with);
  const ours = { document, numberingStyle: summary?.numberingStyle ?? numberingStyle };
  const [before, after] = request.side === "before" ? [text, ours] : [ours, text];
  const [old, now] = [before.document, after.document];
  return {
    fromVersion: before === ours ? summary : null,
    toVersion: after === ours ? summary : null,
    isBackwards: false,
    hasSuggestions: hasSuggestions(old) || hasSuggestions(now),
    numberingStyles: { before: before.numberingStyle, after: after.numberingStyle },
    ...(await dependencies.comparer.compare(acceptedDocument(old), acceptedDocument(now))),
    changers: null,
    typedSince: [],
  };
}
