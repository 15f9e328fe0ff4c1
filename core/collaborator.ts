/** Who takes part in how a speech comes about: can be given a task in it, and told what becomes of it. */
import { can } from "./access";
import type { Member } from "./speech";

/** Whoever may see how the text comes about, and can still sign in. */
export const isCollaborator = ({ role, disabled }: Pick<Member, "role" | "disabled">): boolean =>
  !disabled && can(role, "see-versions");
