/** Name of the Yjs fragment that holds the text. Apart from the schema, which brings all of Tiptap. */
export const FRAGMENT = "default";
