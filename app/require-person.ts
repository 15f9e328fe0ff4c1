import { redirect } from "next/navigation";
import { cache } from "react";
import type { Person } from "@/core/person";
import { leadingTo } from "@/core/return-path";
import { currentPerson } from "@/server/auth/current-person";
import { getRuntime } from "@/server/runtime";

/** Who is signed in, or null. Asked by layout and page of the same request; answered once. */
export const personOfRequest = cache(currentPerson);

/**
 * The signed-in person of a page. Whoever isn't signed in, or must first change the password, is led
 * to the page for that, which leads on to `path`.
 */
export async function requirePerson(path = "/"): Promise<Person> {
  const person = await personOfRequest();
  if (person?.mustChangePassword) redirect(leadingTo("/change-password", path));
  if (person !== null) return person;
  if (await getRuntime().people.needsSetUp()) redirect("/setup");
  redirect(leadingTo("/sign-in", path));
}
