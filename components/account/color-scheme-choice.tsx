"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useMessages } from "../messages/messages-provider";
import { Setting } from "./setting";

const SCHEMES = ["light", "dark", "auto"] as const;

/** Light, dark or as the computer has it; kept in this browser. */
export function ColorSchemeChoice() {
  const { account } = useMessages();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Setting
      label={account.colorScheme}
      value={colorScheme}
      options={SCHEMES.map((value) => ({ value, label: account[value] }))}
      onChange={setColorScheme}
    />
  );
}
