/** The slash menu's behaviour, over Tiptap's suggestion plugin. */
import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { isInTable } from "@tiptap/pm/tables";
import { Suggestion, type SuggestionProps } from "@tiptap/suggestion";
import { BLOCK_KINDS, CELL_KINDS, setBlockKind } from "../blocks/block-kind";
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
    const { editor } = this;
    let wasOpen = false;
    let choices: readonly SlashChoice[] = CHOICES;
    let latest: SlashProps | null = null;
    const matching = (query: string) => {
      const here = isInTable(editor.state) ? CELL_KINDS : CHOICES;
      return here.filter((choice) => namesOf(choice).some((name) => name.includes(query.toLowerCase())));
    };
    const showLatest = () => latest !== null && show(store, latest, choices);
    const endComposition = () => {
      if (!wasOpen || editor.isDestroyed || editor.view.composing) return;
      const { view } = editor;
      // Looks anew at what stands there: the words that were chosen needn't be a query.
      view.dispatch(view.state.tr);
      const query: string | null = key.getState(view.state)?.query ?? null;
      if (query === null) return;
      choices = matching(query);
      showLatest();
    };
    return [
      Suggestion<SlashChoice, SlashChoice>({
        pluginKey: key,
        editor,
        findSuggestionMatch: ({ $position }) => slashMatch($position, editor.view.composing),
        // Half-typed pinyin opens nothing. What is open waits for the characters, since Enter and the arrow
        // keys belong to the input method.
        allow: ({ isActive }) => isActive === true || !editor.view.composing,
        // Only typing opens it: a caret that walks past, or a colleague's edit, must not.
        shouldShow: ({ transaction }) => wasOpen || (transaction.docChanged && isTyped(editor)),
        items: ({ query }) => {
          if (!editor.view.composing) choices = matching(query);
          return [...choices];
        },
        command: ({ range, props }) => {
          editor.chain().deleteRange(range).run();
          apply(editor, props);
        },
        render: () => ({
          onStart: (props) => {
            wasOpen = true;
            latest = props;
            if (!props.loading) showLatest();
          },
          onUpdate: (props) => {
            latest = props;
            if (!props.loading) showLatest();
          },
          onExit: () => {
            wasOpen = false;
            latest = null;
            store.set(null);
          },
          onKeyDown: ({ event }) => steer(store, event),
        }),
      }),
      new Plugin({
        key: new PluginKey("slashComposition"),
        props: {
          handleDOMEvents: {
            compositionend: () => {
              // The editor reads the chosen characters after this event.
              setTimeout(endComposition);
              return false;
            },
          },
        },
      }),
    ];
  },
});

type SlashProps = SuggestionProps<SlashChoice, SlashChoice>;

function isTyped(editor: Editor): boolean {
  return editor.isFocused && editor.isEditable;
}

function apply(editor: Editor, choice: SlashChoice): void {
  if (choice === "table") insertTable(editor);
  else setBlockKind(editor, choice);
}

function show(store: SlashStore, { clientRect, command }: SlashProps, choices: readonly SlashChoice[]): void {
  if (choices.length === 0) {
    store.set(null);
    return;
  }
  const shown = store.get();
  // What a colleague writes above only moves the menu.
  const active = shown !== null && isSame(shown.choices, choices) ? shown.active : 0;
  store.set({ choices, active, place: clientRect?.() ?? null, choose: command });
}

function isSame(one: readonly SlashChoice[], other: readonly SlashChoice[]): boolean {
  return one.length === other.length && one.every((choice, index) => choice === other[index]);
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
