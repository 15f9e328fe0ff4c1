import type { Messages } from "../messages";
import { counted } from "./counted";

export const preview: Messages["preview"] = {
  title: "Preview",
  show: "Show preview",
  hide: "Hide preview",
  pages: (pages, lastPageLines) => {
    const count = counted(pages, "page");
    if (lastPageLines === null) return count;
    if (lastPageLines === 0) return `${count}, no text yet`;
    return `${count}, ${counted(lastPageLines, "line")} on the last`;
  },
  shortLastLine: (characters) =>
    characters === 0
      ? "The last line has only punctuation"
      : `The last line has only ${counted(characters, "character")}`,
  missing: (signs, count) =>
    `${counted(count, "character has", "characters have")} no font and will print as boxes: ${signs}`,
  replaced: (fonts) =>
    counted(
      fonts,
      "font isn’t on the server and was replaced",
      "fonts aren’t on the server and were replaced",
    ),
  replacedBy: (named, by) => `${named} → ${by}`,
  layout: "Layout",
  reading: (size) => `Reading copy, ${size}`,
  page: (number, all) => `Page ${number} of ${all}`,
  list: "As it will print",
  offline: "Offline: the preview shows the text from before.",
  failed: (reason) => `The preview wasn’t updated. ${reason}`,
  styleGone: "This layout was deleted; choose another.",
  retry: "Try again",
};
