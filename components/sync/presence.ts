/** Who has the speech open, from awareness: one entry per person, however many tabs they have. */
import type { Awareness } from "y-protocols/awareness";
import type { PersonId } from "@/core/ids";
import { presenceIn } from "@/core/presence";

export interface PersonHere {
  readonly id: PersonId;
  readonly name: string;
  readonly color: string;
  /** Idle in every tab. */
  readonly idle: boolean;
  /** This browser's own person. */
  readonly self: boolean;
  /** Yjs client ids of the tabs, the one to follow first: active before idle, with a caret before without. */
  readonly clientIds: readonly number[];
}

/** Everybody in `awareness`, by name; states the server hasn't signed with a `user` are left out. */
export function peopleIn(awareness: Awareness, selfId: PersonId): PersonHere[] {
  const tabs = [...awareness.getStates()].flatMap(([clientId, state]) => {
    const presence = presenceIn(state);
    return presence === null ? [] : [{ clientId, ...presence }];
  });
  tabs.sort((a, b) => rank(a) - rank(b) || a.clientId - b.clientId);
  const people = new Map<PersonId, PersonHere>();
  for (const { user, clientId, idle = false } of tabs) {
    const known = people.get(user.id);
    people.set(user.id, {
      ...user,
      idle: idle && (known?.idle ?? true),
      self: user.id === selfId,
      clientIds: [...(known?.clientIds ?? []), clientId],
    });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}

/** Whether somebody is idle in every tab; who has none open isn't. */
export function isIdleIn(awareness: Awareness, personId: string): boolean {
  const tabs = [...awareness.getStates().values()].flatMap((state) => presenceIn(state) ?? []);
  const own = tabs.filter(({ user }) => user.id === personId);
  return own.length > 0 && own.every(({ idle = false }) => idle);
}

function rank(tab: { readonly idle?: boolean; readonly cursor?: unknown }): number {
  return (tab.idle ? 2 : 0) + (tab.cursor ? 0 : 1);
}
