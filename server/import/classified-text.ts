/** Source blocks of any text format as an imported text: the same classification as for what is pasted. */
import type { ImportedText } from "@/core/import";
import { LIMITS } from "@/core/limits";
import { oneLine } from "@/core/one-line";
import { nodeText } from "@/core/text/count";
import type { ImportedDocument } from "@/core/text/import/classify";
import type { Findings } from "./findings";

export function classifiedText(
  { document, notices, numberingStyle }: ImportedDocument,
  findings: Findings,
): ImportedText {
  for (const { from, to, heading } of notices) findings.add("renumbered", `${from} → ${to} ${heading}`);
  return {
    document,
    numberingStyle,
    title: titleOf(document),
    threads: [],
    authors: [],
    findings: findings.list(),
  };
}

/** The first title of a text, on one line; null when it has none. */
export function titleOf(document: ImportedText["document"]): string | null {
  const title = document.content?.find(({ type }) => type === "title");
  const text = title === undefined ? "" : oneLine(nodeText(title)).replace(/\s+/g, " ");
  return text === "" ? null : oneLine(text, LIMITS.titleCharacters);
}
