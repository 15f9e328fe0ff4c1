"use client";

import { UnstyledButton } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { useState } from "react";
import { signOut } from "../api/session";
import { useMessages } from "../messages/messages-provider";

/** Ends the session. */
export function SignOut({ className }: { className?: string }) {
  const { account } = useMessages();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await signOut();
    window.location.assign("/sign-in");
  };
  return (
    <UnstyledButton className={className} onClick={leave} disabled={busy}>
      <IconLogout size={16} aria-hidden />
      {account.signOut}
    </UnstyledButton>
  );
}
