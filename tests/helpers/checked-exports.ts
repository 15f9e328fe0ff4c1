/**
 * What writes a .docx, for tests: as the product's own of the same name, but what was written is put to
 * Microsoft's validator behind the test. tests/architecture.test.ts holds that no test writes one past it.
 */
import { type DocxInput, writeDocx as write } from "@/server/export/docx/write-docx";
import { createExporter as openExporter, type ThreadOrder } from "@/server/export/exporter";
import { fillOrder as fill } from "@/server/export/fill-order";
import { createTypesetting as openTypesetting } from "@/server/export/typesetting";
import { checkAfterTest } from "./docx-checks";

/** A speech as a .docx. */
export function writeDocx(input: DocxInput): Uint8Array {
  const bytes = write(input);
  checkAfterTest(bytes, input);
  return bytes;
}

/** What the exporting thread does with an order, in the test's own. */
export function fillOrder(order: ThreadOrder): Uint8Array {
  const bytes = fill(order);
  if (order.format === "docx") checkAfterTest(bytes);
  return bytes;
}

/** The exporting thread. */
export const createExporter: typeof openExporter = (...options) => {
  const exporter = openExporter(...options);
  return {
    ...exporter,
    make: async (order, calling) => {
      const bytes = await exporter.make(order, calling);
      if (order.format === "docx") checkAfterTest(bytes);
      return bytes;
    },
  };
};

/** The typesetting process. */
export const createTypesetting: typeof openTypesetting = (options) => {
  const typesetting = openTypesetting(options);
  return {
    ...typesetting,
    reading: async (order, calling) => {
      const made = await typesetting.reading(order, calling);
      if (order.format === "docx") checkAfterTest(made.bytes);
      return made;
    },
  };
};
