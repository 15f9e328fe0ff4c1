/** Markup with one element a line: what changes is to be seen. */
export const linedXml = (xml: string): string => `${xml.replaceAll("><", ">\n<").trim()}\n`;
