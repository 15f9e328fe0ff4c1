/** Watermarks: whose file it is and when it was made, pale across every page. */
import { type PaperStyle, POINTS_PER_MM } from "@/core/paper/paper-style";
import { lengthOf } from "@/core/paper/title-lines";

/** On the office's clock. */
export function watermarkText(name: string, madeAt: number): string {
  const local = new Date(madeAt - new Date(madeAt).getTimezoneOffset() * 60_000);
  return `${name} ${local.toISOString().slice(0, 16).replace("T", " ")}`;
}

/** Of the page's width, along its diagonal. */
const LENGTH = 0.8;

/** The type's size in points at which it goes across the page. */
export function watermarkSize(text: string, { page }: Pick<PaperStyle, "page">): number {
  return (page.width * POINTS_PER_MM * LENGTH) / lengthOf(text);
}
