/** The build's own files as browsers get them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compressStatic } from "@/scripts/compress-static.mjs";
import { setSecurityHeaders } from "@/server/http/security-headers";
import { openStaticFiles } from "@/server/http/static-files";
import { rawRequest } from "../helpers/raw-request";

const SCRIPT = "export const said = '合稿';\n".repeat(200);

const folder = mkdtempSync(path.join(tmpdir(), "lectern-static-"));
const server = createServer();
let url = "";
beforeAll(async () => {
  mkdirSync(path.join(folder, "static", "chunks"), { recursive: true });
  writeFileSync(path.join(folder, "static", "chunks", "page.js"), SCRIPT);
  writeFileSync(path.join(folder, "secret.js"), "not for browsers");
  await compressStatic(path.join(folder, "static"));
  const files = openStaticFiles(path.join(folder, "static"));
  server.on("request", (request, response) => {
    setSecurityHeaders(request, response, { mode: "production" });
    files(request, response, () => response.writeHead(404).end(request.url));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  // A TCP server's address is an AddressInfo; a string is for pipes.
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = async (name: string, accepted: string) => {
  const answer = await fetch(`${url}/_next/static/${name}`, { headers: { "accept-encoding": accepted } });
  return { answer, text: await answer.text() };
};

it("ED-62 a browser gets the build's files in the best compression that it takes", async () => {
  for (const [accepted, encoding] of [
    ["gzip, deflate, br", "br"],
    ["gzip, deflate", "gzip"],
    ["identity", null],
  ] as const) {
    const { answer, text } = await ask("chunks/page.js", accepted);
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("content-type")).toContain("javascript");
    expect(answer.headers.get("vary")).toContain("Accept-Encoding");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(text).toBe(SCRIPT);
  }
  const { answer } = await ask("chunks/page.js", "br");
  expect(Number(answer.headers.get("content-length"))).toBeLessThan(SCRIPT.length / 4);
});

it("ED-62 nothing outside the folder is served, and what isn't there is passed on with its whole address", async () => {
  for (const name of ["../secret.js", "%2e%2e/secret.js", "..%2fsecret.js", "chunks/gone.js", "chunks"]) {
    const answer = await rawRequest(url, { path: `/_next/static/${name}` });
    expect([name, answer.status]).toEqual([name, 404]);
  }
  const passed = await rawRequest(url, { path: "/_next/static/chunks/gone.js?x=1" });
  expect(passed.body).toBe("/_next/static/chunks/gone.js?x=1");
});

it("OP-13 a file is told what no page of ours may do in a word, and what isn't there as a page is", async () => {
  const file = (await ask("chunks/page.js", "br")).answer.headers;
  expect(file.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(file.get("x-content-type-options")).toBe("nosniff");
  expect(file.get("permissions-policy")).toBeNull();
  const missing = (await ask("chunks/gone.js", "br")).answer.headers;
  expect(missing.get("content-security-policy")).toContain("script-src 'self'");
  expect(missing.get("x-frame-options")).toBe("DENY");
  expect(missing.get("permissions-policy")).toContain("camera=()");
});
