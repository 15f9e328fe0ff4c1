import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SetUpForm } from "@/components/door/set-up-form";
import { getRuntime } from "@/server/runtime";
import { requestMessages } from "../locale";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).auth.setUpTitle };
}

export default async function SetUpPage() {
  if (!(await getRuntime().people.needsSetUp())) redirect("/");
  return <SetUpForm />;
}
