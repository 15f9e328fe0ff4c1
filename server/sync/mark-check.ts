/**
 * Whether a format of an update is a mark of the schema with values that it allows. The Tiptap binding
 * throws on a mark that its schema doesn't know, and deletes the paragraph for everybody.
 */
import type { MarkType } from "@tiptap/pm/model";
import { documentSchema } from "@/core/document/schema";
import { isFittingTime } from "@/core/document/suggestion";
import { isAllowedAttribute } from "./attribute-check";

/** The binding names a mark that doesn't exclude its own kind by its type and a hash of its values. */
const OVERLAPPING = /^(.+)--[A-Za-z0-9+/=]{8}$/;

/** `key` and `value` as Yjs writes a format; null ends a mark. */
export function isAllowedMark(key: string, value: unknown): boolean {
  const type = markType(key);
  if (type === undefined) return false;
  // A mark without attributes may stand as true or an empty object.
  if (value === null || typeof value === "boolean") return value === null || !type.spec.attrs;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const names = Object.keys(type.spec.attrs ?? {});
  const entries = Object.entries(value);
  if ("at" in value && !isFittingTime(value.at)) return false;
  return (
    entries.length === names.length &&
    entries.every(
      ([name, entry]) => names.includes(name) && isAllowedAttribute(type.spec.attrs?.[name], entry),
    )
  );
}

/** Undefined also for an overlapping mark without its hash, and for another one with it. */
function markType(key: string): MarkType | undefined {
  const hashed = OVERLAPPING.exec(key);
  const name = hashed?.[1] ?? key;
  const { marks } = documentSchema();
  const type = Object.hasOwn(marks, name) ? marks[name] : undefined;
  const overlaps = type !== undefined && !type.excludes(type);
  return overlaps === (hashed !== null) ? type : undefined;
}
