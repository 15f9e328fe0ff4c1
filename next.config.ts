import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden() in a page: answers 403 with app/forbidden.tsx. Still experimental in Next 16.
  experimental: { authInterrupts: true },
  // Else the editing page carries Next's polyfill of Buffer (6 kB), which nothing in it calls.
  turbopack: { resolveAlias: { "next/dist/compiled/buffer": { browser: "./components/sync/no-buffer.ts" } } },
  // Served by server/main.ts; the native module and its users must not be bundled into routes.
  serverExternalPackages: ["better-sqlite3", "pg", "kysely", "pino", "yjs"],
};

export default config;
