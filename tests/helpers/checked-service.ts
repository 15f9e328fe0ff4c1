/** The exports of a whole server in the test's process, also those asked over HTTP. */
import { unzipSync } from "fflate";
import type { ExportService } from "@/server/services/exports";
import { checkAfterTest } from "./docx-checks";

/** From now on every .docx that the service makes is put to Microsoft's validator behind the test. */
export function checkFilesOf(exports: ExportService): void {
  const { make, makeSeveral } = exports;
  const checked: Pick<ExportService, "make" | "makeSeveral"> = {
    make: async (actor, speechId, request, options) => {
      const file = await make(actor, speechId, request, options);
      if (request.format === "docx") checkAfterTest(file.bytes);
      return file;
    },
    makeSeveral: async (actor, several, options) => {
      const made = await makeSeveral(actor, several, options);
      const files = several.request.format === "docx" ? Object.values(unzipSync(made.bytes)) : [];
      for (const bytes of files) checkAfterTest(bytes);
      return made;
    },
  };
  Object.assign(exports, checked);
}
