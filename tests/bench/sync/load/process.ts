/** The generator's process: runs what the conductor asks for, one call after the other. */
import { Load } from "./load";

export interface LoadCall {
  readonly id: number;
  readonly method: keyof Load;
  readonly args: unknown[];
}

export type LoadAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

const load = new Load();

process.on("message", async ({ id, method, args }: LoadCall) => {
  try {
    // The caller's side is typed by Load's own signatures; see generator.ts.
    const run = load[method] as (...args: unknown[]) => unknown;
    answer({ id, ok: true, value: await run.apply(load, args) });
  } catch (error) {
    answer({ id, ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", () => process.exit());

function answer(message: LoadAnswer): void {
  process.send?.(message);
}
