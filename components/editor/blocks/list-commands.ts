/** Tiptap's commands for lists, by whatever button or key, with what is proposed for the lines kept as they leave and enter. */
import { type Command, commands, Extension } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import { keepLineProposals } from "./line-proposals";

export const ListCommands = Extension.create({
  name: "listCommands",
  addCommands: () => ({
    toggleList: (...list) => keeping(commands.toggleList(...list)),
    liftListItem: (item) => keeping(commands.liftListItem(item)),
    sinkListItem: (item) => {
      const sink = keeping(commands.sinkListItem(item));
      return (props) => !wouldGoAlong(props.state) && sink(props);
    },
  }),
});

function keeping(command: Command): Command {
  return (props) => {
    const { tr, dispatch } = props;
    if (dispatch === undefined) return command(props);
    const keep = keepLineProposals(tr, tr.steps.length);
    return command(props) && keep(props);
  };
}

/** Whether the items of the selection would come into one that is proposed to go, or into its list that is. */
function wouldGoAlong({ selection: { $from, $to } }: Pick<EditorState, "selection">): boolean {
  const range = $from.blockRange($to, ({ firstChild }) => firstChild?.type.name === "listItem");
  const before = range?.parent.maybeChild(range.startIndex - 1);
  const inner = before?.lastChild?.type === range?.parent.type ? before?.lastChild : null;
  return [before, inner].some((holder) => holder?.attrs.removed != null);
}
