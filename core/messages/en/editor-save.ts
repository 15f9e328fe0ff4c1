import type { save as zhSave } from "../zh-CN/editor-save";
import { counted } from "./counted";

export const save: typeof zhSave = {
  connecting: "Connecting",
  saved: (time) => `Saved ${time}`,
  savedBefore: "Saved",
  saving: "Saving",
  offline: "Offline",
  offlineUnsynced: (characters) => `Offline · ${counted(characters, "character")} not synced`,
  offlineUnsyncedEdits: "Offline · changes not synced",
  keptLocally: " (kept in this browser)",
  beingKeptLocally: " (being kept in this browser)",
  notKeptLocally: " (not kept in this browser: please leave the page open)",
  storageTrouble: "The server can’t store at the moment; trying again",
  relayTrouble: "The servers can’t reach each other; other people’s changes arrive some seconds late",
  refused: "Not saved",
  refusedUnsynced: (characters) => `Not saved · ${counted(characters, "character")} not sent`,
  refusedTitle: "This speech can’t be changed now",
  readOnly: "Read-only",
  roleTaken: (role) =>
    `Your role is now “${role}”, and some text wasn’t sent. You can copy it; once you may edit again, it is sent from here by itself.`,
  readOnlyRole: (role, mayComment) =>
    `Your role is “${role}”: you can read${mayComment ? " and comment," : ""} but not change the text.`,
  archived: "This speech is archived; restore it to change it.",
  leaveUnsynced: "Some text hasn’t reached the server yet. Leave all the same?",
  copyEverything: "Copy everything",
  copiedEverything: "Everything copied",
  copyFailed: "The browser didn’t allow copying. Please select the text and copy it by hand.",
  reload: "Reload",
  tryAgain: "Try again",
  openServersText: "Open the server’s text",
  notSetAside: "This browser hasn’t kept the text. Please copy everything first.",
  setAside: "This computer keeps text that the server doesn’t have and that can’t be sent any more.",
  discardCopy: "Discard",
  discardCopyQuestion: "Discarded text can’t be brought back. Discard it?",
};
