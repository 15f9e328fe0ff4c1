/** The record's page after the office has renamed its stages. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import Chinese from "@/components/messages/chinese";
import { RecordSheet } from "@/components/record/record-sheet";
import { DEFAULT_STAGES } from "@/core/office-stages";
import type { RecordEntry, RecordFacts } from "@/core/record";
import type { SpeechSummary } from "@/core/speech";

const AT = Date.UTC(2026, 10, 27, 1, 30);
const RENAMED = DEFAULT_STAGES.map((one) =>
  one.stage === "consultation" ? { ...one, name: "讨论稿" } : one,
);

/** The page with one entry, as whoever opens it today sees it. */
function pageOf<Kind extends "stage" | "restore">(kind: Kind, facts: Partial<RecordFacts[Kind]>) {
  const entry = { number: 1, kind, facts, person: { name: "王芳" }, at: AT, hash: "ab".repeat(32) };
  const record = { entries: [entry as unknown as RecordEntry], brokenAt: null };
  const children = createElement(RecordSheet, { speech: { title: "讲话" } as SpeechSummary, record });
  return renderToStaticMarkup(Chinese({ stages: RENAMED, children }));
}

it("SG-42 a move of before a stage got another name is called on the page what it was called then", () => {
  const move = { from: "draft", to: "consultation", draft: 1, note: "", contentHash: "c0" } as const;
  expect(pageOf("stage", move)).toContain("征求意见稿");
  expect(pageOf("stage", move)).not.toContain("讨论稿");
  const since = { ...move, names: { consultation: "讨论稿" } };
  expect(pageOf("stage", since)).toContain("讨论稿");
});

it("SG-42 so is a version that was brought back then", () => {
  const then = {
    kind: "stage",
    name: "",
    stage: { name: "consultation", draft: 2 },
    createdAt: AT,
  } as const;
  expect(pageOf("restore", { whole: true, contentHash: "c0", restored: then })).toContain("征求意见稿·二稿");
});
