import { ActionIcon, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Role } from "@/core/access";
import type { Member } from "@/core/speech";
import { useMessages } from "../messages/messages-provider";
import { PersonAvatar } from "../person/person-avatar";
import classes from "./members-dialog.module.css";
import { RoleSelect } from "./role-select";

export interface MemberRowProps {
  readonly member: Member;
  readonly isMe: boolean;
  /** Whether the asker manages members at all. */
  readonly manageable: boolean;
  /** The only chief can be neither demoted nor removed. */
  readonly isLastChief: boolean;
  readonly busy: boolean;
  readonly onRole: (role: Role) => void;
  readonly onRemove: () => void;
}

/** A member with the role; for who manages members the ways to change it. */
export function MemberRow({ member, isMe, manageable, isLastChief, busy, onRole, onRemove }: MemberRowProps) {
  const { members, people, speech } = useMessages();
  const post = [member.department, member.title].filter(Boolean).join(" · ");
  return (
    <li className={classes.row}>
      <PersonAvatar id={member.personId} name={member.name} size={32} />
      <div className={classes.who}>
        <Text size="sm" lineClamp={1} title={member.name}>
          {member.name}
          {isMe && <span className={classes.me}>{members.you}</span>}
          {member.disabled && <span className={classes.me}>{people.disabled}</span>}
        </Text>
        {post !== "" && (
          <Text size="xs" c="dimmed" lineClamp={1} title={post}>
            {post}
          </Text>
        )}
      </div>
      {manageable ? (
        <>
          <RoleSelect
            value={member.role}
            onChange={onRole}
            label={members.roleOf(member.name)}
            disabled={busy || isLastChief}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.remove}
            aria-label={isMe ? members.leave : members.remove(member.name)}
            disabled={busy || isLastChief}
            onClick={onRemove}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {speech.roles[member.role]}
        </Text>
      )}
    </li>
  );
}
