"use client";

import { withdrawSignOff } from "@/components/api/sign-offs";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import type { SignOffRequest } from "@/core/sign-off";
import { useWorkspace } from "../shell/workspace-context";

interface WithdrawDialogProps {
  /** The one that was shown when the chief wished it back: what somebody asks meanwhile isn't taken back with it. */
  readonly request: SignOffRequest;
  readonly onClose: () => void;
}

/** Whether a request to sign is to be taken back: signatures given to it count no longer. */
export default function WithdrawDialog({ request, onClose }: WithdrawDialogProps) {
  const { signOffs: words } = useMessages();
  const notice = useNotice();
  const { settings, signOffs: store } = useWorkspace();
  const withdraw = async () => {
    try {
      store.show(await withdrawSignOff(settings.speech.id, request.id));
      notice.tell(words.withdrawn);
    } catch (error) {
      store.reload();
      throw error;
    }
  };
  return (
    <ConfirmDialog
      title={words.withdrawTitle}
      text={words.withdrawText}
      confirmLabel={words.withdraw}
      onConfirm={withdraw}
      onClose={onClose}
    />
  );
}
