"use client";

import { UnstyledButton } from "@mantine/core";
import { IconLogout } from "@tabler/icons-react";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { useMessages } from "../messages/messages-provider";

/** Ends the session. */
export function SignOut({ className }: { className?: string }) {
  const { account } = useMessages();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await signOut({ callbackUrl: "/sign-in" });
  };
  return (
    <UnstyledButton className={className} onClick={leave} disabled={busy}>
      <IconLogout size={16} aria-hidden />
      {account.signOut}
    </UnstyledButton>
  );
}
