import type { suggestions as zhSuggestions } from "../zh-CN/suggestions";
import { counted } from "./counted";

export const suggestions: typeof zhSuggestions = {
  tab: "Suggestions",
  pending: (count) => `${count} pending`,
  seePending: "See suggestions",
  mode: "Suggest",
  turnOn: "Suggest: changes leave a trace for others to decide on",
  turnOff: "Suggesting; press to edit directly",
  always: "Your changes are suggestions",
  locked: "The chief locked suggesting: your changes are suggestions",
  lock: "Lock suggesting",
  lockHint:
    "While it is locked, whatever anybody changes is a suggestion, and only the chief decides on it. To write directly the chief unlocks it.",
  view: "How suggestions are shown",
  views: { marked: "Marked", accepted: "Accepted", original: "Original" },
  reading: {
    accepted: "With every suggestion accepted, to read only.",
    original: "The text before the suggestions, to read only.",
  },
  backToMarked: "Back to the suggestions",
  none: "No suggestions. Press “Suggest” in the toolbar and what you change leaves a trace to decide on.",
  kinds: { insert: "Added", delete: "Deleted", replace: "Replaced", format: "Format", block: "Paragraph" },
  units: { table: "a table", tableRow: "a row of the table" },
  becomes: (kind) => `becomes ${kind}`,
  looks: {
    bold: "bold",
    "no-bold": "no bold",
    italic: "italic",
    "no-italic": "no italic",
    stress: "stress",
    "no-stress": "no stress",
    pinyin: "pinyin",
    "no-pinyin": "no pinyin",
  },
  byPerson: "By person",
  everybody: (count) => `Everybody (${count})`,
  gone: "Somebody who has left",
  next: "Next suggestion",
  previous: "Previous suggestion",
  accept: "Accept",
  reject: "Reject",
  withdraw: "Withdraw",
  decideAll: "Decide on all",
  comments: (count) => (count === 0 ? "Comment" : `Comments (${count})`),
  withReason: "With a reason",
  acceptHere: "Accept in the selection or paragraph",
  rejectHere: "Reject in the selection or paragraph",
  selectToDecide: "Select the suggestions on the page first, or put the caret into their paragraph.",
  noneHere: "There is no suggestion to decide on here.",
  decide: {
    title: (count) => `Decide on ${counted(count, "suggestion")}?`,
    how: "Decision",
    submit: { accept: (count) => `Accept ${count}`, reject: (count) => `Reject ${count}` },
    reason: "Reason (optional; kept under “Decided”)",
    done: {
      accept: (count) => `Accepted ${count}; this can be undone.`,
      reject: (count) => `Rejected ${count}; this can be undone.`,
    },
    gone: (count) => `${count} settled by others meanwhile, not decided again.`,
    reasonFailed: "The decision stands, but the reason could not be saved; add it under “Decided”.",
  },
  late: {
    accepted: (by, text) =>
      by === null
        ? `The suggestion${quoted(text)} had been accepted first; your decision does not count.`
        : `${by} accepted the suggestion${quoted(text)} first; your decision does not count.`,
    rejected: (by, text) =>
      by === null
        ? `The suggestion${quoted(text)} had been rejected or withdrawn first; your decision does not count.`
        : `${by} rejected the suggestion${quoted(text)} first; your decision does not count.`,
    several: (by, count) =>
      `${by ?? "Others"} had decided on ${counted(count, "suggestion")} first; your decisions do not count. See “Decided”.`,
  },
  decided: {
    lists: "Pending and decided",
    pending: "Pending",
    decided: "Decided",
    none: "Nothing has been decided yet.",
    outcomes: {
      accepted: "Accepted",
      rejected: "Rejected",
      removed: "Went with other changes",
      reopened: "Decision undone",
    },
    proposedBy: (name) => `proposed by ${name}`,
    reason: "Reason",
    addReason: "Add a reason",
    changeReason: "Change the reason",
    save: "Save",
    earlier: "Earlier",
    notLoaded: "The decisions could not be read.",
    retry: "Try again",
  },
  acceptShown: (count) => `Accept all (${count})`,
  rejectShown: (count) => `Reject all (${count})`,
};

const quoted = (text: string) => (text === "" ? "" : ` “${text}”`);
