/** Watermarks: whose file it is and when it was made, pale across every page. */
import { type PaperStyle, POINTS_PER_MM } from "@/core/paper/paper-style";
import { lengthOf } from "@/core/paper/title-lines";
import { wallMinute } from "@/core/time-zone";

/** On the clock of who asks for the file; on the server's without a time zone. */
export function watermarkText(name: string, madeAt: number, timeZone?: string): string {
  return `${name} ${wallMinute(madeAt, timeZone)}`;
}

/** Of the page's width, along its diagonal. */
const LENGTH = 0.8;

/** The type's size in points at which it goes across the page. */
export function watermarkSize(text: string, { page }: Pick<PaperStyle, "page">): number {
  return (page.width * POINTS_PER_MM * LENGTH) / lengthOf(text);
}
