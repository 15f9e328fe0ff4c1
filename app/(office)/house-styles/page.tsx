import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { HouseStylesPage } from "@/components/house-styles/house-styles-page";
import { canInOffice } from "@/core/access";
import { getRuntime } from "@/server/runtime";
import { requestMessages } from "../../locale";
import { requirePerson } from "../../require-person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).houseStyles.title };
}

export default async function HouseStyles() {
  const me = await requirePerson("/house-styles");
  if (!canInOffice(me, "manage-house-styles")) forbidden();
  return <HouseStylesPage initial={await getRuntime().houseStyles.list(me)} />;
}
