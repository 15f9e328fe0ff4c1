/** Who is in a room, as the others see them. */
import type { PersonId } from "@/core/ids";
import { colorOf } from "@/core/presence";
import type { PresentPerson } from "@/core/speech";
import type { Participant } from "./ports";

/** Each person once, however many pages they have open. */
export function peopleIn(
  connections: Iterable<{ readonly participant: Participant }>,
): readonly PresentPerson[] {
  const people = new Map<PersonId, PresentPerson>();
  for (const { participant } of connections) {
    const { personId: id, name } = participant;
    people.set(id, { id, name, color: colorOf(id) });
  }
  return [...people.values()];
}
