/** The typed client for files that are imported. Throws AppError. */
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import { CHANGED_FILE } from "@/core/import";
import type { TextEncoding } from "@/core/import-format";
import {
  type FileComparison,
  type FileComparisonRequest,
  type ImportPreview,
  writePeople,
} from "@/core/import-requests";
import type { SpeechSummary } from "@/core/speech";
import { ownTimeZone } from "@/core/time-zone";
import type { VersionSummary } from "@/core/version";
import { withAskingPerson } from "./asking-person";
import { errorFrom } from "./request";

/** Imported again with the same key, after an answer that was lost, it is the same speech or version. */
interface Keyed {
  readonly key: string;
}

export interface FileToSend {
  readonly file: File;
  /** Null lets the server find it. */
  readonly encoding: TextEncoding | null;
  readonly signal?: AbortSignal;
  /** How much of it has gone out, up to 1. */
  readonly onSent?: (share: number) => void;
}

export async function previewImport(sent: FileToSend, speech: SpeechId | null): Promise<ImportPreview> {
  const query: Record<string, string> = speech === null ? {} : { speech };
  return (await send<{ preview: ImportPreview }>("/imports/preview", query, sent)).preview;
}

export async function importSpeech(
  sent: FileToSend,
  { title, people, key }: Keyed & { readonly title: string; readonly people: readonly (PersonId | null)[] },
): Promise<SpeechSummary> {
  const query = { title, people: writePeople(people), key };
  return (await send<{ speech: SpeechSummary }>("/imports", query, sent)).speech;
}

export async function importVersion(
  sent: FileToSend,
  speechId: SpeechId,
  {
    people,
    comments,
    key,
  }: Keyed & { readonly people: readonly (PersonId | null)[]; readonly comments: boolean },
): Promise<VersionSummary> {
  const query = { people: writePeople(people), comments: String(comments), key };
  return (await send<{ version: VersionSummary }>(`/speeches/${speechId}/imports`, query, sent)).version;
}

/** The file beside a version or the text as it is now; it isn't kept. */
export function compareFile(
  sent: FileToSend,
  speechId: SpeechId,
  pair: Pick<FileComparisonRequest, "with" | "side">,
): Promise<FileComparison> {
  return send<FileComparison>(`/speeches/${speechId}/comparison`, pair, sent);
}

/** By XMLHttpRequest: fetch doesn't say how much has been sent. */
function send<Answer>(
  path: string,
  query: Readonly<Record<string, string>>,
  { file, encoding, signal, onSent }: FileToSend,
): Promise<Answer> {
  const search = new URLSearchParams({
    name: file.name,
    ...(encoding !== null && { encoding }),
    // What programs write is what the clock on the wall showed; it hung here, not where the server stands.
    timeZone: ownTimeZone(),
    ...query,
  });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api${path}?${search}`);
    const headers = withAskingPerson({ "Content-Type": "application/octet-stream" });
    for (const [name, value] of headers) request.setRequestHeader(name, value);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onSent?.(total > 0 ? loaded / total : 1);
    request.onerror = () => void whyUnsent(file).then(reject);
    request.onabort = () => reject(signal?.reason);
    request.onload = () => {
      if (request.status === 200 && request.response !== null) resolve(request.response as Answer);
      else reject(errorFrom(request.response));
    };
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

/** A browser gives a file out no more that was written since it was chosen, and calls that a failed request too. */
function whyUnsent(file: File): Promise<AppError> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => new AppError("unreachable"),
      () => new AppError("unreadable-file", undefined, { file: CHANGED_FILE }),
    );
}
