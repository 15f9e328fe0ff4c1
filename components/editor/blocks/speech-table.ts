/** Tables in the editor: drawn with what is proposed for them, and with even rows wherever a command works on them. */
import type { AnyExtension, Command, CommandProps } from "@tiptap/core";
import { Table } from "@tiptap/extension-table";
import { EditorState, Plugin, Selection, type Transaction } from "@tiptap/pm/state";
import { evenAfterOwnEdit, evenedTable, isUneven } from "./even-table";
import { ProposedTable } from "./proposed-table";
import { TABLE_ACTIONS } from "./table";

/** These count on every row having as many cells. */
const ON_ROWS = TABLE_ACTIONS.filter((action) => action !== "deleteTable");

/**
 * The command on the evened text, and both as one edit: these commands take the positions of a text for those before
 * all that its transaction did.
 */
function onEvenTable(command: Command, props: CommandProps, { doc, selection, steps }: Transaction): boolean {
  const { tr, dispatch } = props;
  const take = (worked: Transaction) => {
    for (const step of [...steps, ...worked.steps]) tr.step(step);
    tr.setSelection(Selection.fromJSON(tr.doc, worked.selection.toJSON()));
  };
  return command({ ...props, state: EditorState.create({ doc, selection }), dispatch: dispatch && take });
}

export const SpeechTable: AnyExtension = Table.extend({
  addCommands() {
    const commands = this.parent?.() ?? {};
    const evened = ON_ROWS.flatMap((name) => {
      const make = commands[name];
      if (make === undefined) return [];
      const command = () => (props: CommandProps) => {
        const even = evenedTable(props.state.tr);
        return even === null ? make()(props) : onEvenTable(make(), props, even);
      };
      return [[name, command]];
    });
    return { ...commands, ...Object.fromEntries(evened) };
  },

  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map((plugin) => {
      const { appendTransaction } = plugin.spec;
      if (appendTransaction === undefined) return plugin;
      return new Plugin({
        ...plugin.spec,
        appendTransaction(edits, before, after) {
          const evened = evenAfterOwnEdit(edits, before, after);
          if (evened !== null) return evened;
          // It would add cells wherever somebody else's row is short, and throws where cells lie over one another.
          if (before.doc !== after.doc && after.doc.children.some(isUneven)) return null;
          return appendTransaction.call(plugin, edits, before, after);
        },
      });
    });
  },
}).configure({ resizable: false, View: ProposedTable });
