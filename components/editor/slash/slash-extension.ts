/** The slash menu's behaviour, over Tiptap's suggestion plugin. */
import { type Editor, Extension } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import { BLOCK_KINDS, setBlockKind } from "../blocks/block-kind";
import { insertTable } from "../blocks/table";
import { slashMatch } from "./slash-match";
import type { SlashChoice, SlashStore } from "./slash-store";

const key = new PluginKey("slashMenu");
const CHOICES: readonly SlashChoice[] = [...BLOCK_KINDS, "table"];

export interface SlashOptions {
  readonly store: SlashStore | null;
  /** What a choice is called and may be found by, lower case, in the interface's language. */
  readonly namesOf: (choice: SlashChoice) => readonly string[];
}

export const SlashMenuExtension = Extension.create<SlashOptions>({
  name: "slashMenu",
  addOptions: () => ({ store: null, namesOf: (choice) => [choice] }),
  addProseMirrorPlugins() {
    const { store, namesOf } = this.options;
    if (store === null) return [];
    let wasOpen = false;
    return [
      Suggestion<SlashChoice, SlashChoice>({
        pluginKey: key,
        editor: this.editor,
        findSuggestionMatch: ({ $position }) => slashMatch($position),
        // While pinyin is being composed the letters aren't a query yet, and Enter belongs to the IME.
        allow: ({ editor }) => !editor.view.composing,
        // Only typing opens it: a caret that walks past, or a colleague's edit, must not.
        shouldShow: ({ transaction }) => wasOpen || (transaction.docChanged && isTyped(this.editor)),
        items: ({ query }) => matching(query, namesOf),
        command: ({ editor, range, props }) => {
          editor.chain().deleteRange(range).run();
          apply(editor, props);
        },
        render: () => ({
          onStart: (props) => {
            wasOpen = true;
            show(store, props);
          },
          onUpdate: (props) => show(store, props),
          onExit: () => {
            wasOpen = false;
            store.set(null);
          },
          onKeyDown: ({ event }) => steer(store, event),
        }),
      }),
    ];
  },
});

function isTyped(editor: Editor): boolean {
  return editor.isFocused && editor.isEditable;
}

function matching(query: string, namesOf: SlashOptions["namesOf"]): SlashChoice[] {
  const wanted = query.toLowerCase();
  return CHOICES.filter((choice) => namesOf(choice).some((name) => name.includes(wanted)));
}

function apply(editor: Editor, choice: SlashChoice): void {
  if (choice === "table") insertTable(editor);
  else setBlockKind(editor, choice);
}

function show(store: SlashStore, props: SuggestionProps<SlashChoice, SlashChoice>): void {
  if (props.loading) return;
  if (props.items.length === 0) {
    store.set(null);
    return;
  }
  store.set({
    choices: props.items,
    active: 0,
    place: props.clientRect?.() ?? null,
    choose: props.command,
  });
}

/** Arrow keys, Enter and Tab belong to the open menu; Escape is the plugin's own. */
function steer(store: SlashStore, event: KeyboardEvent): boolean {
  const state = store.get();
  if (state === null || event.isComposing) return false;
  const count = state.choices.length;
  switch (event.key) {
    case "ArrowDown":
      store.set({ ...state, active: (state.active + 1) % count });
      return true;
    case "ArrowUp":
      store.set({ ...state, active: (state.active + count - 1) % count });
      return true;
    case "Enter":
    case "Tab": {
      const choice = state.choices[state.active];
      if (choice !== undefined) state.choose(choice);
      return true;
    }
    default:
      return false;
  }
}
