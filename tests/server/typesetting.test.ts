/** The process that typesets: what fails in it harms nothing. */
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, expect, it } from "vitest";
import { paperPreset } from "@/core/paper/preset";
import { Typesetter } from "@/server/export/pdf/typesetter";
import type { PdfOrder, Typesetting } from "@/server/export/typesetting";
import { createTypesetting } from "../helpers/checked-exports";
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

it("EX-38 reads no file of the machine and leaves none behind", async () => {
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith("lectern-typeset"));
  const typesetter = new Typesetter(undefined);
  expect(typesetter.compile("正文", {}).numOfPages).toBe(1);
  for (const file of ["/etc/passwd", "../../../etc/passwd", "node", "/"]) {
    expect(() => typesetter.compile(`#read(${JSON.stringify(file)})`, {}), file).toThrow(/file/);
  }
  const after = (await readdir(tmpdir())).filter((name) => name.startsWith("lectern-typeset"));
  expect(after).toEqual(before);
}, 60_000);
