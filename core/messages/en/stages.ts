import type { stages as zhStages } from "../zh-CN/stages";

export const stages: typeof zhStages = {
  move: (stage) => `${stage}: move to another stage`,
  title: "Move to another stage",
  stage: "To",
  nextDraft: (stage) => `${stage} (next draft)`,
  note: "Note (optional)",
  noteHint: "Who does what by when, e.g. comments from all sections by Friday",
  reason: "Why the final text is opened again",
  locks: "Nobody can change a final text, only comment on it; the chief can open it again, with a reason.",
  submit: "Move",
  moved: (stage, draft) => `The stage is now “${stage}”; kept as draft ${draft}`,
  draft: (stage, draft) => `${stage}, draft ${draft}`,
  final: "The text is final. To change it, ask the chief to open it again.",
};
