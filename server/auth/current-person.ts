/** Who is looking at a page. For server components; routes use server/http/route.ts. */
import { headers } from "next/headers";
import type { Person } from "@/core/person";
import { getRuntime } from "../runtime";
import { requesterOf } from "./requester";

/** The signed-in person, or null. May still have to change the password: see `mustChangePassword`. */
export async function currentPerson(): Promise<Person | null> {
  const requestHeaders = await headers();
  const requester = await requesterOf(getRuntime(), {
    cookieHeader: requestHeaders.get("cookie"),
    secure: requestHeaders.get("x-forwarded-proto") === "https",
  });
  return requester?.person ?? null;
}
