import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // forbidden() in a page: answers 403 with app/forbidden.tsx. Still experimental in Next 16.
  experimental: { authInterrupts: true },
  // Served by server/main.ts; the native module and its users must not be bundled into routes.
  serverExternalPackages: ["better-sqlite3", "pg", "kysely", "pino", "yjs"],
};

export default config;
