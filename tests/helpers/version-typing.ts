/** What is typed into the speech of a version office, and what it says. */
import type { Person } from "@/core/person";
import { nodeText } from "@/core/text/count";
import { NOW } from "@/core/version";
import { until } from "./rooms";
import type { VersionOffice } from "./version-office";

/** Types a paragraph and waits until it is durable. */
export async function typeLine(office: VersionOffice, person: Person, text: string): Promise<void> {
  const page = office.page(person);
  await until(() => page.allSaved);
  page.write(text);
  await until(() => page.allSaved);
  page.disconnect();
}

/** The text of this moment, a line for each block. */
export async function textNow({ versions, chief, speechId }: VersionOffice): Promise<string> {
  return nodeText((await versions.compare(chief, speechId, NOW, NOW)).after);
}
