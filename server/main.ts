/** The process: settings, server, signals, and what the person at the terminal is told. */
import { parseArgs } from "node:util";
import { buildServer } from "./build";
import { ConfigError, readConfig } from "./config";
import { openDemo } from "./demo";
import { StartError } from "./start-error";
import { welcome } from "./welcome";

/** More than all shutdown steps together may take. */
const SHUTDOWN_LIMIT_MS = 30_000;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: "boolean", default: false } } });
  const settings = readConfig(process.env);
  const demo = values.demo ? await openDemo() : null;
  try {
    const config = demo === null ? settings : demo.configure(settings);
    const server = await buildServer({ config, nextFolder: process.cwd() });
    endOnSignals(async () => {
      const clean = await server.close();
      await demo?.remove();
      return clean;
    });
    const signIns = await demo?.fill(server);
    console.log(welcome(config, server.port, signIns ?? []));
  } catch (error) {
    await demo?.remove();
    throw error;
  }
}

/** Ends in order on the first signal; later ones change nothing (npm passes a Ctrl-C on twice). */
function endOnSignals(close: () => Promise<boolean>): void {
  let ending = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      setTimeout(() => process.exit(1), SHUTDOWN_LIMIT_MS).unref();
      close().then(
        (clean) => process.exit(clean ? 0 : 1),
        () => process.exit(1),
      );
    });
  }
}

main().catch((error: unknown) => {
  const mendable = error instanceof ConfigError || error instanceof StartError;
  console.error(mendable ? error.message : error);
  process.exit(1);
});
