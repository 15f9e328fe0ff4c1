import type { Messages } from "../messages";

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
  unsyncedText:
    "This device holds text that hasn’t reached the server. If you sign out now it is deleted for good.",
  signOutAnyway: "Delete and sign out",
};
