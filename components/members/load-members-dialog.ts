/** One function, as in components/editor/shell/part-loaders.ts. */
export const loadMembersDialog = () => import("./members-dialog");
