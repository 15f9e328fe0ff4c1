import { messagesFor } from "@/core/messages/messages";
import type { OfficeStage } from "@/core/office-stages";
import { useLocale } from "../messages/messages-provider";

/** What a stage goes by on the page that names it: the program's own name, whatever the office calls it. */
export function useGivenName(): (stage: Pick<OfficeStage, "stage" | "name">) => string {
  const { stages, newStage } = messagesFor(useLocale()).speech;
  return ({ stage, name }) => stages[stage] ?? (name.trim() || newStage);
}
