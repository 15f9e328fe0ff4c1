import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/door/sign-in-form";
import { returnPath } from "@/core/return-path";
import { getRuntime } from "@/server/runtime";
import { requestMessages } from "../locale";
import { personOfRequest } from "../require-person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).auth.signInTitle };
}

interface SignInPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  if (await getRuntime().people.needsSetUp()) redirect("/setup");
  const next = returnPath((await searchParams).next);
  if ((await personOfRequest()) !== null) redirect(next);
  return <SignInForm next={next} />;
}
