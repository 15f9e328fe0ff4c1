/**
 * A tab as Typst can print it, which gives it no width: what it kept apart would run together. One full-width blank,
 * so that places in the text stay what they were.
 */
export const withTabSpace = (text: string): string => text.replaceAll("\t", "\u3000");
