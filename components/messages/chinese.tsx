"use client";

import { zhCN } from "@/core/messages/zh-CN";
import { type LanguageProps, LanguageTable } from "./language-context";

/** A module of its own, so that a page loads one language only. */
export default function Chinese(props: LanguageProps) {
  return <LanguageTable locale="zh-CN" table={zhCN} {...props} />;
}
