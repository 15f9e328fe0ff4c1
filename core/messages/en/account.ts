import type { Messages } from "../messages";
import { counted } from "./counted";

export const account: Messages["account"] = {
  menu: (name) => `Account: ${name}`,
  administrator: "Administrator",
  language: "Language",
  colorScheme: "Appearance",
  light: "Light",
  dark: "Dark",
  auto: "System",
  changePassword: "Change password",
  signOut: "Sign out",
  unsyncedTitle: "Some text hasn’t been synced",
  unsyncedText: (speeches, characters) =>
    `Changes to ${counted(speeches, "speech", "speeches")} on this device haven’t reached the server (about ${counted(characters, "character")}). If you sign out now they are deleted for good.`,
  unreadableCopies: (copies) =>
    `The browser can’t open ${counted(copies, "copy", "copies")} of them, so what is in there isn’t known.`,
  signOutAnyway: "Delete and sign out",
};
