/** One function, as in components/editor/shell/part-loaders.ts. */
export const loadAccountPopover = () => import("./account-popover");
