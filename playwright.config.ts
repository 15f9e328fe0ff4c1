import { defineConfig } from "@playwright/test";
import { chromiumArguments, findChromium } from "./scripts/testing/chromium.mjs";

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: false,
  // Two cores: more browsers than that measure each other.
  workers: 2,
  // A test that passes at the second try has found something. Only the gate tries again, and names it (scripts/test.mjs).
  retries: 0,
  forbidOnly: true,
  // Generous, because the first test of a worker starts a server and makes its people.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: "list",
  projects: [
    // Minutes of killing and restarting: begun first, since begun last it would run alone.
    { name: "crash", testMatch: "**/crash.spec.ts" },
    { name: "all", testMatch: "**/*.spec.ts", testIgnore: "**/crash.spec.ts" },
  ],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // Of a failure what was done and asked for is kept. Keeping what each page showed costs a fifth of every
    // test's time, so that is for running one of them again: TRACE=1.
    trace: {
      mode: "retain-on-failure",
      screenshots: false,
      snapshots: process.env.TRACE !== undefined,
      sources: true,
    },
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: chromiumArguments(),
      // Where no language is set Chromium can't name a download in Chinese.
      env: { ...process.env, LANG: "C.UTF-8" },
    },
  },
});
