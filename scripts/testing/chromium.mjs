/** Finds the Chromium that browser tests and benches drive, and brings one where there is none. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { installDebianPackages } from "./debian.mjs";

/**
 * Chromium built without windows, which is what Playwright brings by itself: the same pages take half the
 * processor time of the whole browser in its headless mode.
 */
const SHELL = "chromium-headless-shell";
const NAMES = [SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DEBIANS = "/usr/bin/chromium";
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Path of a usable Chromium, or null: the system's first, else the one Playwright has installed. */
export function findChromium() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  for (const name of NAMES) {
    const file = folders.map((folder) => path.join(folder, name)).find(isProgram);
    if (file !== undefined) return file;
  }
  return ELSEWHERE.find(isProgram) ?? playwrightChromium();
}

/**
 * Arguments for that Chromium. Root can't use its sandbox; and a browser without a network of its
 * own must not fill the log with look-ups of its maker's hosts.
 */
export function chromiumArguments() {
  const quiet = ["--disable-quic", "--disable-background-networking", "--disable-component-update"];
  return process.getuid?.() === 0 ? ["--no-sandbox", ...quiet] : quiet;
}

/**
 * A Chromium, installed if need be.
 * @param {(line: string) => void} say
 * @returns {string | null} null when this machine can't have one
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found !== null) {
    // Debian's has its shell in a package of its own; without it the tests take longer, no more.
    if (found === DEBIANS && installDebianPackages([SHELL], say)) return findChromium();
    return found;
  }
  say("No Chromium on this machine: asking Playwright for one …");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit", timeout: 300_000 });
  const downloaded = playwrightChromium();
  if (downloaded !== null) return downloaded;
  // Without the font every Chinese character is drawn as an empty box of another width.
  installDebianPackages([SHELL, "fonts-noto-cjk"], say);
  return findChromium();
}

function playwrightChromium() {
  try {
    const file = createRequire(import.meta.url)("@playwright/test").chromium.executablePath();
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
