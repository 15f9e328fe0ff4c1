/**
 * The looks of text that can be proposed: `bold`, `italic`, `stress`, and `pinyin:zhòng` for a reading,
 * which a bare `pinyin` takes off. A look is one word, since that is what a suggestion carries.
 */
import { isReading, PINYIN, STRESS } from "./reading-aids";

export const LOOK_NAMES = ["bold", "italic", STRESS, PINYIN] as const;
export type LookName = (typeof LOOK_NAMES)[number];

/** A mark as documents hold it, in JSON or in ProseMirror. */
export interface LookMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

/** The look of this name among the marks; null when they have none. */
export function lookIn(marks: readonly LookMark[], name: LookName): string | null {
  const mark = marks.find(({ type }) => type === name);
  if (mark === undefined) return null;
  return name === PINYIN ? `${name}:${String(mark.attrs?.reading)}` : name;
}

export function lookName(look: string): LookName {
  const [name] = look.split(":");
  return LOOK_NAMES.find((known) => known === name) ?? "bold"; // isLook() let no other in
}

/** The attributes of the mark that the look is. */
export function lookAttributes(look: string): { readonly reading: string } | null {
  const [, reading] = look.split(":");
  return reading === undefined ? null : { reading };
}

export function isLook(value: unknown): value is string {
  if (typeof value !== "string") return false;
  const [name, ...rest] = value.split(":");
  if (rest.length === 0) return LOOK_NAMES.some((known) => known === name);
  return name === PINYIN && rest.length === 1 && isReading(rest[0]);
}
