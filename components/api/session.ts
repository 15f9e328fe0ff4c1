/**
 * Signing in and out through next-auth's routes. Its own browser client isn't used: without network
 * it leaves the page for an error page, and what was typed is gone.
 */
import { AppError } from "@/core/errors";
import { errorCodeOf, request } from "./request";
import { tellSessionChanged } from "./session-change";

export interface Credentials {
  readonly signInName: string;
  readonly password: string;
}

/** Sets the session cookie; throws `sign-in-failed`, `sign-in-locked` and the usual ones. */
export async function signIn(credentials: Credentials): Promise<void> {
  const { csrfToken } = await request<{ csrfToken: string }>("/auth/csrf");
  const answer = await request<{ url: string }>("/auth/callback/credentials", {
    method: "POST",
    // `json` asks for the outcome as a body; otherwise next-auth redirects.
    body: { ...credentials, csrfToken, json: "true", callbackUrl: "/" },
    isAnswer: hasUrl,
  });
  // The outcome is an address: the callback's, or the error page's with the code that authorize threw.
  const error = new URL(answer.url, window.location.origin).searchParams.get("error");
  if (error !== null) throw new AppError(errorCodeOf(error));
  tellSessionChanged();
}

export async function signOut(): Promise<void> {
  const { csrfToken } = await request<{ csrfToken: string }>("/auth/csrf");
  await request("/auth/signout", {
    method: "POST",
    body: { csrfToken, json: "true", callbackUrl: "/sign-in" },
  });
  tellSessionChanged();
}

/** Which generation the server's data are; answered without a session too, which a restore ends. */
export async function readDataGeneration(): Promise<string> {
  return (await request<{ generation: string }>("/data")).generation;
}

const hasUrl = (answer: unknown) => typeof answer === "object" && answer !== null && "url" in answer;
