/** How a colleague's caret and selection look in the page; name and colour are the server's. */
import type { DecorationAttrs } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import { isIdleIn } from "@/components/sync/presence";
import classes from "./caret.module.css";

type CaretUser = Readonly<Record<string, unknown>>;

/**
 * Takes no room in the line: the name hangs above as an overlay. Drawn anew whenever its place moves, and by pages that come
 * later: so it is dim from the first if its person is idle, of which no news may come any more.
 */
export const caretRenderer =
  (awareness: Awareness) =>
  (user: CaretUser): HTMLElement => {
    const caret = document.createElement("span");
    caret.className = classes.caret ?? "";
    caret.dataset.person = String(user.id);
    caret.style.setProperty("--caret-color", String(user.color));
    const label = document.createElement("span");
    label.className = classes.label ?? "";
    label.textContent = String(user.name);
    // Carets come and go with every colleague's key press: far too much to be read out.
    caret.ariaHidden = "true";
    caret.toggleAttribute("data-idle", isIdleIn(awareness, String(user.id)));
    caret.append(label);
    return caret;
  };

export function renderSelection(user: CaretUser): DecorationAttrs {
  return { class: classes.selection, style: `--caret-color: ${String(user.color)}` };
}
