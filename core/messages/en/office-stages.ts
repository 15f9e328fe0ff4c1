import type { officeStages as zhOfficeStages } from "../zh-CN/office-stages";

export const officeStages: typeof zhOfficeStages = {
  title: "Stages",
  text: "Which stages a speech goes through in your office, what they are called, in which order they come, and what is expected in each. People sign in “For approval”, and the final one, after which nobody changes the text, comes last: these two stay.",
  list: "Stages",
  name: (stage) => `Name for “${stage}”`,
  ownName: "Name of the stage",
  expects: "What is expected (optional)",
  expectsHint: "Stands in the note when a speech is moved there; the chief may change it.",
  needsSignOff: "Somebody signs before a text is final",
  needsSignOffHint:
    "A speech that nobody was asked to sign isn’t made final, unless the chief gives a reason, which goes on the record.",
  up: (stage) => `Move ${stage} up`,
  down: (stage) => `Move ${stage} down`,
  add: "Add a stage",
  remove: (stage) => `Remove ${stage}`,
  removed: "Removed stages",
  removedHint: "No speech moves there any more; earlier versions and the record keep the name.",
  back: "Put back",
  putBack: (stage) => `Put back ${stage}`,
  sameName: "Another stage has this name",
  longName: "At most twenty letters",
  noName: "Needs a name",
  inUse: "Speeches are in this stage; move them to another one first",
  saved: "Saved. Pages that are opened from now on use the new stages.",
};
