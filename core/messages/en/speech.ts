import type { Messages } from "../messages";
import { counted } from "./counted";

export const speech: Messages["speech"] = {
  roles: {
    viewer: "Viewer",
    commenter: "Commenter",
    suggester: "Suggester",
    editor: "Editor",
    chief: "Chief",
  },
  roleHints: {
    viewer: "Can only read",
    commenter: "Reads and comments",
    suggester: "Proposes changes",
    editor: "Changes the text",
    chief: "Changes the text, manages members and archiving",
  },
  stages: {
    outline: "Outline",
    draft: "First draft",
    consultation: "For consultation",
    review: "For approval",
    final: "Final",
  },
  newStage: "A new stage",
  numberingStyles: {
    nested: "一、（一）1.（1）",
    flat: "一、1、（1）",
  },
  title: "Title",
  speaker: "Speaker",
  occasion: "Occasion",
  dueOn: "Due date",
  stage: "Stage",
  numberingStyle: "Heading numbers",
  charactersPerMinute: "Speaking rate (characters a minute)",
  characters: (count) => counted(count, "character"),
  minutes: (count) => `about ${count} min`,
  untitled: "Untitled speech",
};
