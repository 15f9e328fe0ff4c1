/** Layouts that an office made of a preset: 自订版式. Kept as data, chosen like a preset. */
import * as z from "zod";
import { type HouseStyleId, houseStyleIdSchema } from "./ids";
import { LIMITS } from "./limits";
import { oneLineSchema } from "./one-line";
import { paperChangeSchema } from "./paper/paper-change";
import { type PaperStyle, paperStyleSchema } from "./paper/paper-style";
import { PAPER_PRESETS } from "./paper/preset";

/** What names a layout wherever one is chosen. */
export const paperStyleIdSchema = z.union([z.enum(PAPER_PRESETS), houseStyleIdSchema]);
export type PaperStyleId = z.infer<typeof paperStyleIdSchema>;

export const houseStyleContentSchema = z.strictObject({
  name: oneLineSchema().min(1).max(LIMITS.houseStyleNameCharacters),
  paper: paperStyleSchema,
});
export type HouseStyleContent = z.infer<typeof houseStyleContentSchema>;

export const houseStyleChangeSchema = z
  .strictObject({ name: houseStyleContentSchema.shape.name, paper: paperChangeSchema })
  .partial();
export type HouseStyleChange = z.infer<typeof houseStyleChangeSchema>;

export const houseStyleRefSchema = z.object({ styleId: houseStyleIdSchema });

export interface HouseStyle {
  readonly id: HouseStyleId;
  readonly name: string;
  readonly paper: PaperStyle;
}
