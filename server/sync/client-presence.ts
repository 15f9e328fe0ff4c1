/**
 * What the server lets through of a client's awareness state: a caret and whether the person is away.
 * The name and the colour aren't taken from it; room-presence.ts writes those. By hand rather than by
 * a schema, and as text at once: a caret comes with every key, and would cost more than the edit.
 */
import { FRAGMENT } from "@/core/document/fragment";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The allowed fields as the inside of a JSON object, without braces; null when one of them isn't what
 * it must be. Other fields are left out.
 */
export function presenceFields(state: unknown): string | null {
  if (!isFields(state)) return null;
  const { cursor, idle } = state;
  if (idle !== undefined && typeof idle !== "boolean") return null;
  const away = idle === undefined ? "" : `,"idle":${idle}`;
  if (cursor === undefined || cursor === null) return `"cursor":null${away}`;
  if (!isFields(cursor)) return null;
  const anchor = positionJson(cursor.anchor);
  const head = positionJson(cursor.head);
  if (anchor === null || head === null) return null;
  return `"cursor":{"anchor":${anchor},"head":${head}}${away}`;
}

/**
 * A Yjs relative position. Checked to the last field: one that names no place makes Yjs throw in the
 * caret plugin of everybody who has the speech open, with every transaction.
 */
function positionJson(position: unknown): string | null {
  if (!isFields(position)) return null;
  const type = idJson(position.type ?? null);
  const item = idJson(position.item ?? null);
  const tname = position.tname ?? null;
  const assoc = position.assoc ?? null;
  if (type === undefined || item === undefined) return null;
  if (tname !== null && tname !== FRAGMENT) return null;
  if (assoc !== null && !Number.isSafeInteger(assoc)) return null;
  if (type === NOWHERE && item === NOWHERE && tname === null) return null;
  const root = tname === null ? NOWHERE : `"${FRAGMENT}"`;
  return `{"type":${type},"tname":${root},"item":${item},"assoc":${assoc}}`;
}

const NOWHERE = "null";

/** Undefined for what is neither an id nor null. */
function idJson(id: unknown): string | undefined {
  if (id === null) return NOWHERE;
  if (!isFields(id) || !isCount(id.client) || !isCount(id.clock)) return undefined;
  return `{"client":${id.client},"clock":${id.clock}}`;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
