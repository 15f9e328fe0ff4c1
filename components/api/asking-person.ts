/**
 * Whose page asks, and whether that person is at it. Cookies are shared by all tabs: after somebody else signed in in
 * another one, what is written on this page would go out under the other's name. The server refuses it by this header.
 */
import type { PersonId } from "@/core/ids";
import { IDLE_HEADER, PERSON_HEADER } from "@/core/protocol";
import { isIdle, watchUse } from "./signs-of-use";

/** Of this tab; null on pages before the sign-in. Set in the browser only: a server's module is everybody's. */
let asking: PersonId | null = null;

export function askAs(personId: PersonId): void {
  asking = personId;
  watchUse();
}

/** For addresses of sockets, which take no header. */
export const askingPerson = (): PersonId | null => asking;

export function withAskingPerson(given: HeadersInit | undefined): Headers {
  const headers = new Headers(given);
  if (asking !== null) headers.set(PERSON_HEADER, asking);
  if (isIdle()) headers.set(IDLE_HEADER, "1");
  return headers;
}
