import type { Messages } from "../messages";

export const errors: Messages["errors"] = {
  unauthenticated: "Your session has ended. Please sign in again.",
  "password-change-required": "Change your initial password first.",
  forbidden: "You don’t have permission to do this.",
  "not-found": "Not found. It may have been removed or is no longer open to you.",
  conflict: "Someone has just changed this. Refresh and try again.",
  "invalid-input": "Something isn’t filled in correctly. Please check and send it again.",
  "too-large": "Too large; nothing was saved.",
  "too-many-requests": "Too many requests. Please wait a moment.",
  "sign-in-failed": "Wrong sign-in name or password.",
  "sign-in-locked":
    "Too many failed attempts; signing in is refused for now. Wait a while or ask the administrator for a new password.",
  "cross-site": "This request came from another site and was refused. Open the page at its own address.",
  "sign-in-name-taken": "This sign-in name is already taken.",
  "last-administrator": "This is the only administrator. Make someone else an administrator first.",
  "last-chief": "A speech needs at least one chief. Make someone else a chief first.",
  "sole-chief":
    "Some speeches have nobody else as chief. Make someone else a chief there, then disable the account. To stop sign-ins right now, reset the password.",
  "already-set-up": "Lectern is already set up. Please sign in.",
  "text-changed": "The text you read has just changed. Read the changes before you sign.",
  "not-your-turn": "It isn’t your turn to sign yet: others come before you.",
  "stage-in-use": "Speeches are in a stage that is to be removed; move them to another one first.",
  unanswered: "Answer the leader first: say how this was carried out.",
  "not-ready": "Something still keeps this speech from being final.",
  "unreadable-file": "The file can’t be read. Nothing was imported.",
  "password-wrong": "The current password is wrong.",
  "schema-outdated": "This page is out of date. Reload it to go on.",
  "data-restored":
    "The server’s data were read in anew, for example from a backup; this text is from before. Open the server’s text: this one will be kept beside it.",
  "malformed-message": "The connection sent damaged data and was stopped. Please reload the page.",
  "unknown-message": "The page and the server don’t match. Please reload the page.",
  "content-not-allowed": "The text holds something that isn’t supported; it was not saved.",
  "author-mismatch": "The edits don’t belong to the signed-in person. Please reload the page.",
  "resync-required": "Synchronising again.",
  "access-changed": "Your access has changed. Reconnecting.",
  "too-many-sockets": "Too many open pages. Close some and try again.",
  "storage-unavailable": "The server can’t save at the moment and keeps trying.",
  "shutting-down": "The server is restarting and will be back in a moment.",
  internal: "The server failed; it has been recorded. Please try again later.",
  unreachable: "The server can’t be reached. Check your network and try again.",
};

export const fieldProblems: Messages["fieldProblems"] = {
  required: "Please fill this in",
  "too-short": "Too short",
  "too-long": "Too long",
  taken: "This name is already used",
  unchanged: "Must differ from the one before",
  invalid: "Not in the right form",
};
