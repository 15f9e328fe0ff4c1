"use client";

import { en } from "@/core/messages/en";
import { type LanguageProps, LanguageTable } from "./language-context";

/** A module of its own, so that a page loads one language only. */
export default function English(props: LanguageProps) {
  return <LanguageTable locale="en" table={en} {...props} />;
}
