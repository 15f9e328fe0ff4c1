/** The process that typesets: what fails in it harms nothing. */
import { afterEach, expect, it } from "vitest";
import { paperPreset } from "@/core/paper/preset";
import { createTypesetting, type PdfOrder, type Typesetting } from "@/server/export/typesetting";
import { readPdf } from "../helpers/pdf-reader";

const order: PdfOrder = {
  format: "pdf",
  content: {
    kind: "clean",
    document: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "正文" }] }] },
    names: new Map(),
    threads: [],
  },
  paper: paperPreset("gbt9704"),
  numberingStyle: "nested",
  title: "讲话",
  madeAt: 0,
  watermark: null,
};
let typesetting: Typesetting | undefined;
afterEach(() => typesetting?.close());

it("EX-38 ends an order that takes too long or can't be made, and makes the next", async () => {
  let limitMs = 0;
  typesetting = createTypesetting({ fontDir: undefined, limitMs: () => limitMs });
  await expect(typesetting.pdf(order)).rejects.toMatchObject({ code: "too-large" });
  limitMs = 60_000;
  const broken = {
    ...order,
    content: { ...order.content, document: { type: "doc", content: [{ type: "film" }] } },
  };
  await expect(typesetting.pdf(broken as PdfOrder)).rejects.toThrow("film");
  expect((await readPdf((await typesetting.pdf(order)).bytes)).pages).toHaveLength(1);
}, 60_000);

it("EX-38 gives up what was asked for when the server ends", async () => {
  typesetting = createTypesetting({ fontDir: undefined });
  const asked = typesetting.pdf(order);
  await Promise.all([typesetting.close(), expect(asked).rejects.toMatchObject({ code: "shutting-down" })]);
  await expect(typesetting.pdf(order)).rejects.toMatchObject({ code: "shutting-down" });
}, 60_000);
