import { redirect } from "next/navigation";
import { cache } from "react";
import type { Person } from "@/core/person";
import { leadingTo } from "@/core/return-path";
import { currentPerson } from "@/server/auth/current-person";
import { getRuntime } from "@/server/runtime";

/** Who is signed in, or null. Asked by layout and page of the same request; answered once. */
export const personOfRequest = cache(currentPerson);

/** What a page is given of its address behind the question mark. */
export type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** A page's whole address, but for what follows a `#`, which no browser tells. */
export async function addressOf(path: string, searchParams: SearchParams): Promise<string> {
  const given = Object.entries(await searchParams).flatMap(([name, value = []]) =>
    [value].flat().map((each) => [name, each]),
  );
  const search = new URLSearchParams(given).toString();
  return search === "" ? path : `${path}?${search}`;
}

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
