"use client";

import { IconEye } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { PersonAvatar } from "@/components/person/person-avatar";
import { usePresence } from "@/components/sync/use-presence";
import panel from "../panel/side-panel.module.css";
import { useWorkspace } from "../shell/workspace-context";

/** Who has the speech open; a click follows them. Idle people fade. */
export function PeopleHere() {
  const { details } = useMessages().editor;
  const { connection, person: me, follow } = useWorkspace();
  const people = usePresence(connection, me.id);
  const followed = people.find(({ id }) => id === follow.personId);
  return (
    <>
      <ul className={panel.people}>
        {people.map((person) => (
          <li key={person.id}>
            {person.self ? (
              <span className={panel.person}>
                <PersonAvatar id={person.id} name={person.name} />
                <span className={panel.name}>
                  {person.name}
                  {details.you}
                </span>
              </span>
            ) : (
              <button
                type="button"
                className={panel.person}
                data-idle={person.idle || undefined}
                aria-pressed={follow.personId === person.id}
                aria-label={
                  follow.personId === person.id
                    ? details.stopFollowing(person.name)
                    : details.follow(person.name)
                }
                onClick={() => (follow.personId === person.id ? follow.stop() : follow.start(person.id))}
              >
                <PersonAvatar id={person.id} name={person.name} />
                <span className={panel.name}>{person.name}</span>
                {person.idle && <span className={panel.note}>{details.idle}</span>}
                {follow.personId === person.id && <IconEye size={16} aria-hidden />}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p className={panel.note} role="status">
        {followed === undefined ? people.length <= 1 && details.alone : details.following(followed.name)}
      </p>
    </>
  );
}
