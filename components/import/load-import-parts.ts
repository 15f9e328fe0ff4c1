/** One function each, as in components/editor/shell/part-loaders.ts. */
export const loadImportDialog = () => import("./import-dialog");
export const loadPreviewPaper = () => import("./preview-paper");
