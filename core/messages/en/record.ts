import type { record as zhRecord } from "../zh-CN/record";

export const record: typeof zhRecord = {
  title: "Record",
  open: "Record",
  back: "Back to the speech",
  print: "Print",
  none: "Nothing yet. Moves of the stage, restored versions, members and exports will be here.",
  number: "No.",
  time: "Time",
  person: "Person",
  what: "What",
  hash: "Hash",
  whole: (entries) => `${entries} entries, each fitting the one before: nothing was changed.`,
  broken: (entry) =>
    `From entry ${entry} it doesn't fit together; it may have been changed or cut. Tell the administrator.`,
  stage: (old, next) => `Moved from ${old} to ${next}`,
  sameStage: (stage) => `Another draft of ${stage}`,
  note: (note) => `Note: ${note}`,
  textHash: (hash) => `Hash of the text ${hash}`,
  restoreWhole: "Brought back an earlier version, all of it",
  restorePart: "Brought back parts of an earlier version",
  memberRole: (name, role) => `Put ${name} on the speech as ${role}`,
  memberOff: (name) => `Took ${name} off the speech`,
  exported: (what) => `Exported: ${what}`,
};
