/** A complete speech to try Lectern with: what the demo opens, what screenshots and benchmarks show. */
import type { DocumentNode } from "@/core/document/schema";
import type { NumberingStyle, Stage } from "@/core/speech";
import { archivesClosing } from "./archives-closing";
import { archivesOpening } from "./archives-opening";
import { archivesTasks } from "./archives-tasks";

export interface SampleSpeech {
  readonly title: string;
  readonly speaker: string;
  readonly occasion: string;
  /** ISO date. */
  readonly dueOn: string;
  readonly stage: Stage;
  readonly numberingStyle: NumberingStyle;
  /** Valid for documentSchema(). */
  readonly document: DocumentNode;
}

export const archivesSpeech: SampleSpeech = {
  title: "让每一份档案都找得到、用得上",
  speaker: "青禾市委常委、秘书长林岳",
  occasion: "青禾市档案数字化工作推进会",
  dueOn: "2026-12-08",
  stage: "review",
  numberingStyle: "nested",
  document: { type: "doc", content: [...archivesOpening, ...archivesTasks, ...archivesClosing] },
};
