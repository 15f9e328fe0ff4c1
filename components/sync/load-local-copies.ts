/** Loaded only when it is wanted: it brings Yjs, which the pages without a document don't need. */
export const loadLocalCopies = () => import("./local-copies");
