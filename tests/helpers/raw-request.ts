/** One HTTP request with any header, Host and Origin too, which `fetch` would write by itself. */
import { request } from "node:http";

export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly cookies: readonly string[];
  /** The error's code, or null for a success. */
  readonly code: string | null;
}

export function rawRequest(
  url: string,
  { method = "GET", path, headers, body }: RawRequest,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: text,
          cookies: response.headers["set-cookie"] ?? [],
          code: codeOf(text),
        });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function codeOf(body: string): string | null {
  try {
    return JSON.parse(body).error?.code ?? null;
  } catch {
    return null; // a page
  }
}

/** `name=value` pairs of Set-Cookie lines, as a browser sends them back. */
export function cookieHeader(lines: readonly string[]): string {
  return lines.map((line) => line.slice(0, line.indexOf(";"))).join("; ");
}

/** Signs in as the sign-in page does, from any host and through any proxy headers. */
export async function rawSignIn(
  url: string,
  credentials: { readonly signInName: string; readonly password: string },
  headers: Readonly<Record<string, string>>,
): Promise<RawAnswer> {
  const csrf = await rawRequest(url, { path: "/api/auth/csrf", headers });
  const body = new URLSearchParams({
    ...credentials,
    csrfToken: JSON.parse(csrf.body).csrfToken,
    json: "true",
  });
  return rawRequest(url, {
    method: "POST",
    path: "/api/auth/callback/credentials",
    headers: {
      ...headers,
      cookie: cookieHeader(csrf.cookies),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: body.toString(),
  });
}
