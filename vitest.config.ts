import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)) } },
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/e2e/**", "node_modules/**"],
    pool: "forks",
    // Two cores: more workers only make servers and their load generators starve one another.
    maxWorkers: 2,
    // Tests wait for events; this only ends one whose event never comes, on a slow machine too.
    testTimeout: 30_000,
  },
});
