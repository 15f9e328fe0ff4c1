/** The key that sessions are encrypted with. */
import { randomBytes } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config";
import { StartError } from "../start-error";

const FILE_NAME = "session-secret";

/**
 * The configured secret, or the data folder's own, made on first start. Readable by nobody else:
 * whoever has it can sign in as anyone.
 */
export async function sessionSecret(config: Config): Promise<string> {
  if (config.sessionSecret !== undefined) return config.sessionSecret;
  const path = join(config.dataDir, FILE_NAME);
  try {
    const file = await open(path, "wx", 0o600);
    const secret = randomBytes(48).toString("base64url");
    await file.writeFile(secret);
    await file.sync();
    await file.close();
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const secret = (await readFile(path, "utf8")).trim();
  // Cut short by a crash during the first start: a guessable secret is worse than not starting.
  if (secret.length < 32) throw new StartError(`${path} is damaged. Delete it; everybody signs in again.`);
  return secret;
}
