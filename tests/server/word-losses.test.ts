/** What Word's format has no place for, and the dialog for exporting says. */
import { expect, it } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { newId } from "@/core/new-id";
import { paperPreset } from "@/core/paper/preset";
import { listSuggestions } from "@/core/review/list-suggestions";
import { readDocx } from "@/server/import/docx/read-docx";
import { writeDocx } from "../helpers/checked-exports";
import { GOLDEN_NAMES, goldenText, goldenThreads } from "../helpers/golden-speech";

const schema = documentSchema();
const back = (document: typeof goldenText, threads: typeof goldenThreads = []) =>
  readDocx(
    writeDocx({
      document,
      threads,
      paper: paperPreset("gbt9704"),
      numberingStyle: "nested",
      title: "讲话",
      names: GOLDEN_NAMES,
      madeAt: 0,
      watermark: null,
      words: { deletedComment: "" },
    }),
  );

it("EX-125 through Word a thread stays resolved, but by nobody", () => {
  expect(goldenThreads.map(({ resolved }) => resolved?.by.name)).toEqual(["周文清"]);
  const { threads } = back(goldenText, goldenThreads);
  expect(threads.map(({ resolved }) => resolved)).toEqual([{ by: null, at: null }]);
});

it("EX-125 through Word a suggestion in two places is two", () => {
  const [person = ""] = GOLDEN_NAMES.keys();
  const put = schema.mark("insertion", { id: newId(), person, at: 0, begins: null });
  const line = (words: string) =>
    schema.node("paragraph", null, [schema.text("推动"), schema.text(words, [put]), schema.text("发展")]);
  const doc = schema.node("doc", null, [line("绿色"), line("协调")]);
  expect(listSuggestions(doc)).toHaveLength(1);
  expect(listSuggestions(schema.nodeFromJSON(back(doc.toJSON()).document))).toHaveLength(2);
});
