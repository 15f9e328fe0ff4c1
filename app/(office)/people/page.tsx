import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PeoplePage } from "@/components/people/people-page";
import { canInOffice } from "@/core/access";
import { getRuntime } from "@/server/runtime";
import { requestMessages } from "../../locale";
import { requirePerson } from "../../require-person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).people.title };
}

export default async function People() {
  const me = await requirePerson("/people");
  if (!canInOffice(me, "manage-people")) forbidden();
  return <PeoplePage initial={await getRuntime().people.list(me)} />;
}
