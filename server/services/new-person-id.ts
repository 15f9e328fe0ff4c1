/** Ids of new people. A person's colour comes of the id, so it is chosen with it. */
import { newPersonId, type PersonId } from "@/core/ids";
import { COLORS, colorOf } from "@/core/presence";

/** An id in a colour that the fewest of the others have. At worst that is one id in ten: few are drawn. */
export function newPersonIdBeside(others: Iterable<PersonId>): PersonId {
  const uses = new Map<string, number>(COLORS.map((color) => [color, 0]));
  for (const other of others) uses.set(colorOf(other), (uses.get(colorOf(other)) ?? 0) + 1);
  const fewest = Math.min(...uses.values());
  let id = newPersonId();
  while (uses.get(colorOf(id)) !== fewest) id = newPersonId();
  return id;
}
