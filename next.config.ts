import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Served by server/main.ts; the native module and its users must not be bundled into routes.
  serverExternalPackages: ["better-sqlite3", "pg", "kysely", "pino", "yjs"],
};

export default config;
