"use client";

import { en } from "@/core/messages/en";
import { type LanguageProps, LanguageTable } from "./language-context";

export default function English(props: LanguageProps) {
  return <LanguageTable locale="en" table={en} {...props} />;
}
