/** A person's browser reduced to its cookies: the HTTP API and the real sign-in, from Node. */
import type { NewPerson, Person } from "@/core/person";
import type { SpeechSummary } from "@/core/speech";
import type { NewSpeech } from "@/core/speech-requests";

/** An answer that wasn't a success. */
export class RefusedRequest extends Error {
  constructor(
    readonly status: number,
    readonly body: string,
  ) {
    super(`${status}: ${body.slice(0, 300)}`);
  }
}

export class Visitor {
  readonly #cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  /** The Cookie header that this browser would send. */
  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** In the form of Playwright's `context.addCookies`. */
  get cookies(): { name: string; value: string; url: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value, url: this.url }));
  }

  async setUp(input: { name: string; signInName: string; password: string }): Promise<Person> {
    return (await this.request<{ person: Person }>("POST", "/api/setup", input)).person;
  }

  /** Signs in as the sign-in page does. Throws RefusedRequest when it isn't let in. */
  async signIn(signInName: string, password: string): Promise<void> {
    const { csrfToken } = await this.request<{ csrfToken: string }>("GET", "/api/auth/csrf");
    const form = new URLSearchParams({ csrfToken, signInName, password, json: "true" });
    const response = await this.#fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: form,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    // next-auth answers 200 to a form whose token doesn't fit too, and lets nobody in.
    const isIn = [...this.#cookies.keys()].some((name) => name.endsWith("next-auth.session-token"));
    if (!response.ok || !isIn) throw new RefusedRequest(response.status, await response.text());
  }

  createPerson(input: Partial<NewPerson> & Pick<NewPerson, "name" | "signInName" | "initialPassword">) {
    return this.request<{ person: Person }>("POST", "/api/people", input).then(({ person }) => person);
  }

  changePassword(currentPassword: string, newPassword: string): Promise<unknown> {
    return this.request("POST", "/api/me/password", { currentPassword, newPassword });
  }

  me(): Promise<Person> {
    return this.request<{ person: Person }>("GET", "/api/me").then(({ person }) => person);
  }

  createSpeech(input: Partial<NewSpeech> & Pick<NewSpeech, "title">): Promise<SpeechSummary> {
    return this.request<{ speech: SpeechSummary }>("POST", "/api/speeches", input).then(
      ({ speech }) => speech,
    );
  }

  /** JSON in, JSON out. Throws RefusedRequest for every status but 2xx. */
  async request<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.#fetch(path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await response.text();
    if (!response.ok) throw new RefusedRequest(response.status, text);
    return JSON.parse(text);
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(new URL(path, this.url), {
      ...init,
      redirect: "manual",
      headers: { origin: this.url, cookie: this.cookieHeader, ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
}
