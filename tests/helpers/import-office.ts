/** An office that imports and exports files, which are read and made in the test's own thread. */
import { ImportError } from "@/core/import";
import { countDocument } from "@/core/text/count";
import type { Comparer } from "@/server/compare/comparer";
import type { Storage } from "@/server/db/storage";
import type { FileReader } from "@/server/import/file-reader";
import { readFile } from "@/server/import/read-file";
import { createExportService, type ExportService } from "@/server/services/exports";
import { createImportService, type ImportService } from "@/server/services/imports";
import type { LiveImports } from "@/server/services/ports";
import { liveImports } from "@/server/sync/live-imports";
import { updateFromDocument } from "@/server/sync/seed";
import { createVersionTexts } from "@/server/sync/version-texts";
import { fillOrder } from "./checked-exports";
import { COMPARER, openVersionOffice, PASSAGES, type VersionOffice } from "./version-office";

export interface ImportOffice extends VersionOffice {
  readonly imports: ImportService;
  readonly exports: ExportService;
}

/** Reads in this thread; import-process.test.ts has the real one. */
const READER: FileReader = {
  read: async (file) => {
    const outcome = readFile(file);
    if (!outcome.ok) throw new ImportError(outcome.problem, outcome.detail);
    return outcome.file;
  },
  close: async () => undefined,
};

/** `crossing`: what goes wrong, or comes in between, as marks are carried. `reader`: what reads the files. */
export async function openImportOffice(
  storage: Storage,
  crossing: Partial<LiveImports> = {},
  comparer: Comparer = COMPARER,
  reader: FileReader = READER,
): Promise<ImportOffice> {
  const office = await openVersionOffice(storage, {
    pauseMs: { quietMs: 3_600_000, longestMs: 3_600_000 },
  });
  return { ...office, ...fileServices(office, { crossing, comparer, reader }) };
}

/** What imports and exports an office's speeches. */
export function fileServices(
  { parts, rooms, liveRooms }: Pick<VersionOffice, "parts" | "rooms" | "liveRooms">,
  {
    crossing = {},
    comparer = COMPARER,
    reader = READER,
  }: { crossing?: Partial<LiveImports>; comparer?: Comparer; reader?: FileReader } = {},
): Pick<ImportOffice, "imports" | "exports"> {
  const { database, clock } = parts;
  const kept = {
    database,
    clock,
    rooms,
    texts: createVersionTexts(liveRooms),
    comparer,
    passages: PASSAGES,
  };
  // Nothing here is typeset.
  const typesetting = { reading: () => Promise.reject(new Error("no typesetting")) };
  const exporter = {
    make: async (order: Parameters<typeof fillOrder>[0]) => fillOrder(order),
    close: async () => undefined,
  };
  return {
    imports: createImportService({
      ...kept,
      live: { ...liveImports(liveRooms, comparer), ...crossing },
      reader,
      firstText: ({ document, numberingStyle }) => {
        const { characters, spokenUnits } = countDocument(document);
        return { ...updateFromDocument(document), characters, spokenUnits, numberingStyle };
      },
    }),
    exports: createExportService({ ...kept, exporter, typesetting }),
  };
}

/** A file as the browser sends it. */
export const upload = (content: string | Uint8Array) => ({
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  signal: new AbortController().signal,
});
