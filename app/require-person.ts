import { redirect } from "next/navigation";
import { cache } from "react";
import type { Person } from "@/core/person";
import { currentPerson } from "@/server/auth/current-person";
import { getRuntime } from "@/server/runtime";

/** Who is signed in, or null. Asked by layout and page of the same request; answered once. */
export const personOfRequest = cache(currentPerson);

/**
 * The signed-in person of a page. Whoever isn't signed in, or must first change the password, is led
 * to the page for that; `path` is where signing in returns to.
 */
export async function requirePerson(path = "/"): Promise<Person> {
  const person = await personOfRequest();
  if (person?.mustChangePassword) redirect("/change-password");
  if (person !== null) return person;
  if (await getRuntime().people.needsSetUp()) redirect("/setup");
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}
