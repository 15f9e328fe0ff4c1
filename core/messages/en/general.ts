import type { Messages } from "../messages";

export const general: Messages["general"] = {
  product: "Lectern",
  productTagline: "One speech, many writers",
  between: ", ",
  aside: (text, more) => `${text} (${more})`,
  cancel: "Cancel",
  save: "Save",
  close: "Close",
  undo: "Undo",
  copy: "Copy",
  copied: "Copied",
  loading: "Loading",
  wrongDate: "Please give a whole, existing date, its year in four digits",
  escapeAgain: "Press Esc again to close this; what is in it won’t be kept.",
  leaveWritten: "What you entered here hasn’t been sent and won’t be kept. Leave all the same?",
  skipToContent: "Skip to content",
  backHome: "Back to speeches",
  reload: "Reload",
  notFoundTitle: "Page not found",
  notFoundText: "The link may be wrong, or its content is no longer open to you.",
  forbiddenTitle: "You may not open this page",
  forbiddenText: "If your work needs it, ask the administrator or the speech’s chief.",
  failureTitle: "Something went wrong",
  partMissing:
    "This part couldn’t be loaded. What you have written is safe. It appears once you are connected; if it doesn’t, reload the page.",
  failureText: "The error has been recorded. Reload the page; if that doesn’t help, ask the administrator.",
};
