/** Tiptap's commands for lists, by whatever button or key, with what is proposed for the lines kept as they leave and enter. */
import { type Command, commands, Extension } from "@tiptap/core";
import { keepLineProposals } from "./line-proposals";

export const ListCommands = Extension.create({
  name: "listCommands",
  addCommands: () => ({
    toggleList: (...list) => keeping(commands.toggleList(...list)),
    liftListItem: (item) => keeping(commands.liftListItem(item)),
  }),
});

function keeping(command: Command): Command {
  return (props) => {
    const { tr, dispatch } = props;
    const keep = keepLineProposals(tr, tr.steps.length);
    if (!command(props)) return false;
    return dispatch === undefined || keep(props);
  };
}
