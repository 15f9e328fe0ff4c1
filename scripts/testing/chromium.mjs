/** Finds the Chromium that browser tests and benches drive, and brings one where there is none. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { installDebianPackages } from "./debian.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Path of a usable Chromium, or null: the system's first, else the one Playwright has installed. */
export function findChromium() {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      if (isProgram(file)) return file;
    }
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
  if (found !== null) return found;
  say("No Chromium on this machine: asking Playwright for one …");
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  spawnSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit", timeout: 300_000 });
  const downloaded = playwrightChromium();
  if (downloaded !== null) return downloaded;
  // Without the font every Chinese character is drawn as an empty box of another width.
  installDebianPackages(["chromium", "fonts-noto-cjk"], say);
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
