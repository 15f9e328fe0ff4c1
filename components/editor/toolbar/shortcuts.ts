/** Every key of the writing page, once: the dialog shows this list, and a test compares it with what the page listens to. */
import type { Messages } from "@/core/messages/messages";

export interface Shortcut {
  /** Each does the same, but for pairs of opposites; as `mod+Alt+1`, see key-names.ts. */
  readonly keys: readonly string[];
  readonly what: string;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

export function shortcutGroups({ editor }: Messages): readonly ShortcutGroup[] {
  const { shortcuts: words, toolbar, suggestions, comments, outline } = editor;
  const row = (what: string, ...keys: readonly string[]): Shortcut => ({ keys, what });
  return [
    {
      title: toolbar.blockKind,
      shortcuts: [
        row(words.heading, "mod+Alt+1", "mod+Alt+2", "mod+Alt+3", "mod+Alt+4"),
        row(words.paragraph, "mod+Alt+0"),
        row(words.typedNumber, "一、"),
        row(words.markdown, "#"),
        row(words.slash, "/"),
        row(words.undoTyped, "Backspace"),
        row(toolbar.orderedList, "mod+Shift+7"),
        row(toolbar.bulletList, "mod+Shift+8"),
        row(toolbar.quotation, "mod+Shift+B"),
        row(words.lineBreak, "Shift+Enter", "mod+Enter"),
        row(words.deeper, "Tab", "Shift+Tab"),
      ],
    },
    {
      title: words.editing,
      shortcuts: [
        row(toolbar.bold, "mod+B"),
        row(toolbar.italic, "mod+I"),
        row(toolbar.undo, "mod+Z"),
        row(toolbar.redo, "mod+Y", "mod+Shift+Z"),
        row(toolbar.find, "mod+F", "mod+H"),
        row(words.findNext, "F3", "Shift+F3"),
        row(words.leaveFind, "Esc"),
      ],
    },
    {
      title: words.review,
      shortcuts: [
        row(comments.add, "mod+Alt+M"),
        row(words.sendComment, "mod+Enter"),
        row(suggestions.acceptHere, "mod+Alt+A"),
        row(suggestions.rejectHere, "mod+Alt+R"),
      ],
    },
    {
      title: outline,
      shortcuts: [
        row(words.goAlong, "↑", "↓"),
        row(words.fold, "←", "→"),
        row(words.movePart, "Alt+↑", "Alt+↓"),
      ],
    },
  ];
}
