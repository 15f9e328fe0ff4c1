/** How a colleague's caret and selection look in the page; name and colour are the server's. */
import type { DecorationAttrs } from "@tiptap/pm/view";
import classes from "./caret.module.css";

type CaretUser = Readonly<Record<string, unknown>>;

/** Takes no room in the line: the name hangs above as an overlay. */
export function renderCaret(user: CaretUser): HTMLElement {
  const caret = document.createElement("span");
  caret.className = classes.caret ?? "";
  caret.dataset.person = String(user.id);
  caret.style.setProperty("--caret-color", String(user.color));
  const label = document.createElement("span");
  label.className = classes.label ?? "";
  label.textContent = String(user.name);
  // Carets come and go with every colleague's key press: far too much to be read out.
  caret.ariaHidden = "true";
  caret.append(label);
  return caret;
}

export function renderSelection(user: CaretUser): DecorationAttrs {
  return { class: classes.selection, style: `--caret-color: ${String(user.color)}` };
}
