/** The look of commented text as one style sheet, so that no keystroke pays for a decoration. */
import type { ThreadId } from "@/core/ids";
import { wordsSelector } from "./thread-elements";

/** Keeps a sheet of the document's own; `remove` takes it away. */
export function createThreadStyle() {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return {
    /** Only open threads are seen in the text. */
    show(open: readonly ThreadId[], active: ThreadId | null): void {
      const rules: string[] = [];
      if (open.length > 0) {
        rules.push(
          `${selector(open)} { ${ground("--lectern-comment")} forced-color-adjust: none; cursor: pointer; }`,
        );
      }
      if (active !== null) rules.push(`${selector([active])} { ${ground("--lectern-comment-active")} }`);
      sheet.replaceSync(rules.join("\n"));
    },
    remove(): void {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    },
  };
}

/** Ids are letters and digits; the schema checks it. */
const selector = (ids: readonly ThreadId[]) => `.ProseMirror :is(${ids.map(wordsSelector).join(",")})`;

/** The letters have a colour of their own only where colours are forced: components/theme/forced-colors.css. */
const ground = (name: string) => `background: var(${name}); color: var(${name}-letter, inherit);`;
