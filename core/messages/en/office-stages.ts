import type { officeStages as zhOfficeStages } from "../zh-CN/office-stages";

export const officeStages: typeof zhOfficeStages = {
  title: "Stages",
  text: "What your office calls the stages of a speech, in which order they come, and what is expected in each. The final one comes last: from then on nobody changes the text.",
  list: "Stages",
  name: (stage) => `Your name for “${stage}”`,
  expects: "What is expected (optional)",
  expectsHint: "Stands in the note when a speech is moved there; the chief writer may change it.",
  up: (stage) => `Move ${stage} up`,
  down: (stage) => `Move ${stage} down`,
  sameName: "Another stage has this name",
  saved: "Saved. Pages that are opened from now on use the new names.",
};
