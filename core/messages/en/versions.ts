import type { ChangeCounts } from "../../compare/measure-comparison";
import type { versions as zhVersions } from "../zh-CN/versions";

const characters = (count: number) => (count === 1 ? "1 character" : `${count} characters`);

function counts({ added, deleted, moved, reformatted }: ChangeCounts): string[] {
  return [
    added.characters > 0 ? `${characters(added.characters)} added` : "",
    deleted.characters > 0 ? `${characters(deleted.characters)} deleted` : "",
    moved.characters > 0 ? `${characters(moved.characters)} moved` : "",
    reformatted > 0 ? `${reformatted} × formatting` : "",
  ].filter((text) => text !== "");
}

export const versions: typeof zhVersions = {
  title: "Versions",
  hint: "A version is kept whenever writing pauses. Name the ones that matter: those stay for ever.",
  open: "Versions and comparison",
  backToSpeech: "Back to the speech",
  keep: "Keep a version",
  keepTitle: "Keep the text as it is now",
  renameTitle: "Name this version",
  name: "Name",
  namePlaceholder: "e.g. Second draft, to Director Zhang",
  note: "Note (optional)",
  kept: (name) => `Kept as “${name}”`,
  rename: "Name",
  timeline: "Versions",
  now: "The text as it is now",
  none: "No versions yet.",
  noneText: "One is kept whenever writing pauses, and you can keep one yourself now.",
  notLoaded: "The versions couldn't be loaded.",
  retry: "Try again",
  kinds: {
    automatic: "Kept automatically",
    named: "Named version",
    "before-change": "Before a large change",
    stage: "Stage",
  },
  madeBy: (name) => `kept by ${name}`,
  restoredFrom: (time) => `Restored from ${time}`,
  added: (count) => `+${count}`,
  deleted: (count) => `−${count}`,
  typed: (name, count) => `${name} changed ${count} characters`,
  read: "Text",
  compare: "Changes",
  allVersions: "All versions",
  chooseOne: "Choose a version to read it, or to compare it with the text as it is now.",
  from: "Older",
  to: "Newer",
  layout: "Layout",
  merged: "On one page",
  sides: "Side by side",
  print: "Print",
  blackAndWhite: "Black and white",
  counts,
  identical: "Both texts are the same.",
  change: (current, total) =>
    current === 0 ? (total === 1 ? "1 change" : `${total} changes`) : `Change ${current} of ${total}`,
  next: "Next change",
  previous: "Previous change",
  byPart: "By part",
  beginning: "Beginning",
  deletedPart: (heading) => `${heading} (deleted)`,
  writers: (names) => `Written by ${names}`,
  movedAway: (text) => `Moved away: “${text}”`,
  movedHere: "Moved here",
  shapeChanged: (before, after) => `${before} → ${after}`,
  formatChanged: "Formatting changed",
  restore: "Restore all",
  restorePart: "Restore this part",
  restoreBlock: "Restore this paragraph",
  restoreTitle: (time) => `Restore the version of ${time}?`,
  restoreWhole:
    "The speech becomes what it was in this version. The text as it is now is kept as a version first, so you can go back; colleagues stay connected and go on writing.",
  restoreSome:
    "Only the text below becomes what it was in this version. The text as it is now is kept as a version first, so you can go back.",
  restored: "Restored. The text from before is in the list of versions.",
  characters: (count) => `${count} characters`,
};
