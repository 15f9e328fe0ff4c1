import { dayText } from "../day-text";
import type { stages as zhStages } from "../zh-CN/stages";

export const stages: typeof zhStages = {
  section: "Stage and tasks",
  move: (stage) => `${stage}: move to another stage`,
  title: "Move to another stage",
  stage: "To",
  nextDraft: (stage) => `${stage} (next draft)`,
  note: "Note (optional)",
  noteHint:
    "For everybody, e.g. please compare it with last year’s speech. It stands in the panel under Stage and tasks; no notice is sent",
  tasks: "Who does what (optional)",
  tasksHint: "And by when. To tell somebody, name them: whoever is named gets a notice.",
  addTask: "Add a person",
  removeTask: (number) => `Remove task ${number}`,
  taskPerson: (number) => `Task ${number}: who`,
  taskWhat: (number) => `Task ${number}: what`,
  taskDue: (number) => `Task ${number}: by when`,
  taskPersonPlaceholder: "Who",
  taskWhatPlaceholder: "What, e.g. check the figures",
  task: (name, what, day) => `${name}: ${what}${day === null ? "" : ` (by ${dayText(day, "en")})`}`,
  taskDueOn: (day) => `by ${dayText(day, "en")}`,
  tasksIncomplete: "Every task needs a person and a text",
  tasksShown: "Who does what",
  overdue: (day) => `by ${dayText(day, "en")}, overdue`,
  reason: "Why the final text is opened again",
  locks: "Nobody can change a final text, only comment on it; the chief can open it again, with a reason.",
  submit: "Move",
  moved: (stage, draft) => `The stage is now “${stage}”; kept as draft ${draft}`,
  movedSince: (draft) => `Since this dialog was opened, the speech was moved to “${draft}”. `,
  notMoved:
    "Somebody else moved it first, so you didn’t. To move it on from there, close this dialog and open it again.",
  draft: (stage, draft) => `${stage}, draft ${draft}`,
  final: (mayMove) =>
    `The text is final. To change it, ${mayMove ? "open it again first" : "ask the chief to open it again"}.`,
  unlock: "Open it again",
};
