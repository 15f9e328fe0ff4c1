/** Whether a value may stand in an attribute of a node or mark. The values come from other people's browsers. */
import type { AttributeSpec } from "@tiptap/pm/model";
import { isFittingTime, isSlotValue, readSlot } from "@/core/document/suggestion";

/** False for an attribute that the schema doesn't have (`spec` undefined). */
export function isAllowedAttribute(spec: AttributeSpec | undefined, value: unknown): boolean {
  if (spec === undefined || !isPlain(value)) return false;
  if (isSlotValue(value) && !isFittingTime(readSlot(value)?.at)) return false;
  if (typeof spec.validate === "string") return spec.validate.split("|").includes(typeof value);
  if (typeof spec.validate !== "function") return true;
  try {
    spec.validate(value);
    return true;
  } catch {
    return false; // a rule refuses by throwing
  }
}

/** What attributes hold: a short primitive, or a few numbers (column widths). */
export function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 64 && value.every((entry) => typeof entry === "number");
  if (typeof value === "string") return value.length <= 200;
  return value === null || value === undefined || typeof value === "number" || typeof value === "boolean";
}
