import type { Messages } from "../messages";

export const members: Messages["members"] = {
  title: "Members and roles",
  of: (title) => `“${title}”`,
  find: "Find by name or department",
  add: "Add",
  addRole: "Role of the new member",
  nobodyFound: "Nobody found",
  typeToFind: "Type a name or department",
  alreadyMember: "already a member",
  roleOf: (name) => `Role of ${name}`,
  remove: (name) => `Remove ${name}`,
  leave: "Leave this speech",
  leaveQuestion: "You can’t open this speech then until another chief adds you again. Leave it?",
  stepDownQuestion: "You are no chief then until another one makes you one again. Change your role?",
  you: "you",
  lastChief: "A speech needs at least one chief. To hand over, make someone else a chief first.",
  readOnly: "Only a chief manages members.",
  list: "Members",
};
