/** The process: settings, server, signals, and what the person at the terminal is told. */
import { parseArgs } from "node:util";
import { buildServer } from "./build";
import { ConfigError, readConfig } from "./config";
import { openDemo } from "./demo";
import { endOnSignals } from "./signals";
import { StartError } from "./start-error";
import { welcome } from "./welcome";

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { demo: { type: "boolean", default: false } } });
  const settings = readConfig(process.env);
  const demo = values.demo ? await openDemo() : null;
  try {
    const config = demo === null ? settings : demo.configure(settings);
    const server = await buildServer({ config, nextFolder: process.cwd() });
    const close = async () => {
      const clean = await server.close();
      await demo?.remove();
      return clean;
    };
    endOnSignals({ close, limitMs: server.closeLimitMs });
    const signIns = await demo?.fill(server);
    console.log(welcome(config, server.port, signIns ?? []));
  } catch (error) {
    await demo?.remove();
    throw error;
  }
}

main().catch((error: unknown) => {
  const mendable = error instanceof ConfigError || error instanceof StartError;
  console.error(mendable ? error.message : error);
  process.exit(1);
});
