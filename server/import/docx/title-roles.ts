/** Which lines stand above a speech: by style where the file says it, else by their words and their place. */
import { type TitleBlockRole, titleBlockRoles } from "@/core/text/import/title-block";
import type { Draft } from "./drafts";

const HAS_DATE = /^[（(].*[）)]$|年.*月/;
const MOST_BELOW = 4;
const LONGEST_BELOW = 40;

export function rolesOf(
  drafts: readonly (Draft | null)[],
  namesEverything: boolean,
): ReadonlyMap<number, TitleBlockRole> {
  const roles = new Map<number, TitleBlockRole>();
  for (const [index, draft] of drafts.entries()) {
    const role = draft?.place.in === "speech" ? draft.source.style.role : null;
    if (role === "byline" || role === "dateLine" || role === "salutation") roles.set(index, role);
    if (role === "title" || role === "subtitle") roles.set(index, role);
  }
  if (namesEverything) return roles;
  const known = titleBlockRoles(
    drafts.map((draft) =>
      draft === null || draft.place.in !== "speech" || draft.source.style.outline !== null
        ? null
        : {
            text: draft.text,
            numbered: draft.typed !== null || draft.counted !== null,
            declaredTitle: draft.looksLikeTitle,
          },
    ),
  );
  for (const [index, role] of known) if (!roles.has(index)) roles.set(index, role);
  for (const [index, role] of [...roles]) if (role === "title") markBelow(drafts, index, roles);
  return roles;
}

/** Centred lines under a title: ——subtitle, who speaks, when. */
function markBelow(
  drafts: readonly (Draft | null)[],
  title: number,
  roles: Map<number, TitleBlockRole>,
): void {
  for (let index = title + 1; index <= title + MOST_BELOW; index += 1) {
    const draft = drafts[index];
    if (draft == null) return;
    if (roles.has(index)) continue;
    const { text, typed, source, place } = draft;
    const isOne =
      source.style.alignment === "center" &&
      source.style.outline === null &&
      place.in === "speech" &&
      typed === null;
    if (!isOne || text.length > LONGEST_BELOW) return;
    roles.set(index, text.startsWith("—") ? "subtitle" : HAS_DATE.test(text) ? "dateLine" : "byline");
  }
}
