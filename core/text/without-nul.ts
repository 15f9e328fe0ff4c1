/**
 * Text without the character U+0000, which comes along when text is copied from some PDF files: nobody sees it, and
 * PostgreSQL's text can't hold it.
 */
export const withoutNul = (text: string): string => (text.includes("\0") ? text.replaceAll("\0", "") : text);
