/** Of a character outside the Basic Multilingual Plane, which is two units of UTF-16 long. */
const SECOND_HALF = /[\udc00-\udfff]/g;

/** How many characters a well-formed text has, whatever their planes. */
export const codePoints = (text: string): number => text.length - (text.match(SECOND_HALF)?.length ?? 0);
