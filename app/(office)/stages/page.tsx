import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { StagesPage } from "@/components/stages/stages-page";
import { canInOffice } from "@/core/access";
import { getRuntime } from "@/server/runtime";
import { requestMessages } from "../../locale";
import { requirePerson } from "../../require-person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).officeStages.title };
}

export default async function Stages() {
  const me = await requirePerson("/stages");
  if (!canInOffice(me, "manage-stages")) forbidden();
  return <StagesPage initial={await getRuntime().officeStages.read()} />;
}
