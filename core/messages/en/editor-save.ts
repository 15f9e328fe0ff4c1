import type { save as zhSave } from "../zh-CN/editor-save";

export const save: typeof zhSave = {
  connecting: "Connecting",
  saved: (time) => `Saved ${time}`,
  savedBefore: "Saved",
  saving: "Saving",
  offline: "Offline",
  offlineUnsynced: (characters) => `Offline · ${characters} characters not synced`,
  offlineUnsyncedEdits: "Offline · changes not synced",
  keptLocally: " (kept in this browser)",
  notKeptLocally: " (not kept in this browser: please leave the page open)",
  storageTrouble: "The server can't store at the moment; trying again",
  refused: "Not saved",
  refusedUnsynced: (characters) => `Not saved · ${characters} characters not sent`,
  refusedTitle: "This speech can't be changed now",
  readOnly: "Read-only",
  readOnlyRole: (role) => `Your role is “${role}”: you can read but not change the text.`,
  archived: "This speech is archived; restore it to change it.",
  leaveUnsynced: "Some text hasn't reached the server yet. Leave all the same?",
  copyEverything: "Copy everything",
  copiedEverything: "Everything copied",
  copyFailed: "The browser didn't allow copying. Please select the text and copy it by hand.",
};
