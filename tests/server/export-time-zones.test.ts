/** Times in files: by the clock of who asks for them, wherever the server and who reads them stand. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import type { CommentId, PersonId, ThreadId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { paperPreset } from "@/core/paper/preset";
import type { Thread } from "@/core/review/thread";
import { watermarkText } from "@/server/export/watermark";
import { readDocx } from "@/server/import/docx/read-docx";
import { createTypesetting, writeDocx } from "../helpers/checked-exports";
import { expectValidDocx } from "../helpers/docx-checks";
import { attribute, DocxReader } from "../helpers/docx-reader";
import { pdfText, readPdf } from "../helpers/pdf-reader";

const typesetting = createTypesetting({ fontDir: undefined });
afterAll(() => typesetting.close());

/** 16:26:05 in Shanghai. */
const AT = Date.UTC(2026, 10, 30, 8, 26, 5);
const SHANGHAI = "Asia/Shanghai";
const PERSON = newId();

const thread: Thread = {
  id: newId() as ThreadId,
  quote: null,
  createdAt: AT,
  directive: null,
  suggestion: null,
  resolved: null,
  comments: [
    {
      id: newId() as CommentId,
      author: { id: newId() as PersonId, name: "周文清" },
      body: "请核实。",
      deleted: false,
      createdAt: AT,
      editedAt: null,
      mentions: [],
      reactions: [],
    },
  ],
};

const schema = documentSchema();
const insertion = schema.mark("insertion", { id: newId(), person: PERSON, at: AT });
const document = schema
  .node("doc", null, schema.node("paragraph", null, [schema.text("加强"), schema.text("作风", [insertion])]))
  .toJSON();
const order = {
  paper: paperPreset("gbt9704"),
  numberingStyle: "nested",
  title: "讲话",
  madeAt: AT,
  watermark: null,
} as const;
const names = new Map([[PERSON, "何雨桐"]]);

const write = (timeZone: string) =>
  writeDocx({
    ...order,
    document,
    names,
    threads: [thread],
    timeZone,
    words: { deletedComment: "（已删除）" },
  });

/** As a program saves it that knows no true times. */
function withoutTrueTimes(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [
    name,
    name.endsWith(".xml") ? strToU8(strFromU8(content).replaceAll(/ w16du:dateUtc="[^"]*"/g, "")) : content,
  ]);
  return zipSync(Object.fromEntries(parts));
}

function timesIn(bytes: Uint8Array, timeZone?: string) {
  const { document: read, threads } = readDocx(bytes, timeZone);
  const [suggested] = schema.nodeFromJSON(read).firstChild?.lastChild?.marks ?? [];
  return [suggested?.attrs.at, threads[0]?.comments[0]?.at];
}

describe("times in a file", () => {
  it("EX-124 revisions and comments of a .docx have the asker's, and beside it the true one", async (context) => {
    const bytes = write(SHANGHAI);
    const file = new DocxReader(bytes);
    const [ins] = file.all("word/document.xml", "ins");
    const [comment] = file.all("word/comments.xml", "comment");
    for (const element of [ins, comment]) {
      expect(attribute(element, "date")).toBe("2026-11-30T16:26:05Z");
      expect(element?.getAttribute("w16du:dateUtc")).toBe("2026-11-30T08:26:05Z");
    }
    await expectValidDocx(context, bytes);
  });

  it("EX-124 watermarks and comments beside a PDF's text have the asker's", async () => {
    const watermark = watermarkText("周文清", AT, SHANGHAI);
    expect(watermark).toBe("周文清 2026-11-30 16:26");
    const content = { kind: "marked", document, names, threads: [thread] } as const;
    const { bytes } = await typesetting.pdf({ ...order, format: "pdf", content, timeZone: SHANGHAI });
    expect(pdfText(await readPdf(bytes))).toContain("2026-11-30 16:26");
  });

  it.each(["UTC", SHANGHAI, "America/New_York"])(
    "IM-11 times come back as they were, wherever the server stands, whoever asked for the file (%s)",
    (zone) => {
      const exact = Math.floor(AT / 1000) * 1000;
      for (const reader of [undefined, "UTC", SHANGHAI]) {
        expect(timesIn(write(zone), reader)).toEqual([exact, exact]);
      }
      // Of what gives the time of the wall alone it is the office's that counts.
      expect(timesIn(withoutTrueTimes(write(zone)), zone)).toEqual([exact, exact]);
      const eight = exact - 8 * 3_600_000;
      expect(timesIn(withoutTrueTimes(write("UTC")), SHANGHAI)).toEqual([eight, eight]);
    },
  );
});
