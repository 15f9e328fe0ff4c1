import type { Messages } from "../messages";

export const editor: Messages["editor"] = {
  outline: "Outline",
  page: "Page",
  panel: "Panel",
};
