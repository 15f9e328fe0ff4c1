/** WordprocessingML's units. */
import { POINTS_PER_MM } from "@/core/paper/paper-style";

/** Twentieths of a point. */
export const twips = (points: number): number => Math.round(points * 20);
export const twipsOfMm = (mm: number): number => twips(mm * POINTS_PER_MM);
/** Type sizes count in halves of a point. */
export const halfPoints = (points: number): number => Math.round(points * 2);
