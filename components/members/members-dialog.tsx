"use client";

import { Skeleton, Stack, Text } from "@mantine/core";
import { can, type Role } from "@/core/access";
import type { PersonId } from "@/core/ids";
import type { Member, SpeechSummary } from "@/core/speech";
import { FailureNotice } from "../form/failure-notice";
import { useMessages } from "../messages/messages-provider";
import { Dialog } from "../shell/dialog";
import { keepFocus } from "../shell/keep-focus";
import { useIsHere } from "../use-is-here";
import { AddMember } from "./add-member";
import { MemberRow } from "./member-row";
import classes from "./members-dialog.module.css";
import { useMembers } from "./use-members";

export interface MembersDialogProps {
  readonly speech: Pick<SpeechSummary, "id" | "title" | "role">;
  /** Who looks at it. */
  readonly me: PersonId;
  readonly onClose: () => void;
  /** The asker gave up or changed their own role. */
  readonly onOwnRoleChanged?: () => void;
}

/** Who is on a speech and as what. Mounted while it is open, on the home page and in the editor. */
export default function MembersDialog({ speech, me, onClose, onOwnRoleChanged }: MembersDialogProps) {
  const { members: words } = useMessages();
  const isHere = useIsHere();
  const { members, failure, busy, add, change, remove } = useMembers(speech.id);
  const ownRole = members?.find(({ personId }) => personId === me)?.role ?? speech.role;
  const manageable = can(ownRole, "manage-members");
  const chiefs = members?.filter(({ role }) => role === "chief").length ?? 0;

  // Neither can be taken back by oneself.
  const changeRole = async (member: Member, role: Role) => {
    if (member.personId === me && role !== ownRole && !window.confirm(words.stepDownQuestion)) return;
    if ((await change(member.personId, role)) && member.personId === me) onOwnRoleChanged?.();
  };
  const removeOne = async (member: Member) => {
    if (member.personId === me && !window.confirm(words.leaveQuestion)) return;
    if (!(await remove(member.personId)) || member.personId !== me) return;
    onOwnRoleChanged?.();
    if (isHere()) onClose();
  };

  return (
    <Dialog savesAtOnce onClose={onClose} title={words.title} size={560}>
      <Stack gap="md">
        <Text size="sm" c="dimmed" lineClamp={2}>
          {words.of(speech.title)}
        </Text>
        {manageable && (
          <AddMember memberIds={new Set(members?.map(({ personId }) => personId))} busy={busy} onAdd={add} />
        )}
        <FailureNotice failure={failure} />
        {members === null && failure === null && <MembersSkeleton />}
        <ul className={classes.list} aria-label={words.list} ref={keepFocus}>
          {members?.map((member) => (
            <MemberRow
              key={member.personId}
              member={member}
              isMe={member.personId === me}
              manageable={manageable}
              isLastChief={member.role === "chief" && chiefs === 1}
              busy={busy}
              onRole={(role) => changeRole(member, role)}
              onRemove={() => removeOne(member)}
            />
          ))}
        </ul>
        {members !== null && (!manageable || chiefs === 1) && (
          <Text size="xs" c="dimmed">
            {manageable ? words.lastChief : words.readOnly}
          </Text>
        )}
      </Stack>
    </Dialog>
  );
}

function MembersSkeleton() {
  return (
    <Stack gap="sm" aria-hidden>
      <Skeleton height={36} />
      <Skeleton height={36} />
    </Stack>
  );
}
