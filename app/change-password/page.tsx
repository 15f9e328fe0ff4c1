import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangePasswordForm } from "@/components/door/change-password-form";
import { leadingTo, returnPath } from "@/core/return-path";
import { requestMessages } from "../locale";
import { personOfRequest } from "../require-person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).auth.changePasswordTitle };
}

interface ChangePasswordPageProps {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Not through requirePerson, which would lead whoever must change the password back here. */
export default async function ChangePasswordPage({ searchParams }: ChangePasswordPageProps) {
  const next = returnPath((await searchParams).next);
  const person = await personOfRequest();
  if (person === null) redirect(leadingTo("/sign-in", leadingTo("/change-password", next)));
  const { signInName, mustChangePassword } = person;
  return <ChangePasswordForm signInName={signInName} forced={mustChangePassword} next={next} />;
}
