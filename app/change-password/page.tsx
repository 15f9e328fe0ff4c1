import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ChangePasswordForm } from "@/components/door/change-password-form";
import { requestMessages } from "../locale";
import { personOfRequest } from "../require-person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).auth.changePasswordTitle };
}

/** Not through requirePerson, which would lead whoever must change the password back here. */
export default async function ChangePasswordPage() {
  const person = await personOfRequest();
  if (person === null) redirect("/sign-in?next=/change-password");
  return <ChangePasswordForm signInName={person.signInName} forced={person.mustChangePassword} />;
}
