/** A log for tests that cause refusals on purpose; keeps what was said. */
import type { SyncLogger } from "@/server/sync/ports";

export interface KeptLine {
  readonly level: "info" | "warn" | "error";
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export function keepingLogger(): SyncLogger & { readonly lines: KeptLine[] } {
  const lines: KeptLine[] = [];
  const keep = (level: KeptLine["level"]) => (fields: KeptLine["fields"], message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, info: keep("info"), warn: keep("warn"), error: keep("error") };
}
