/** The load generator's process, seen from the conductor: Load's methods as calls. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { BUNDLED } from "./bundle";
import type { Load } from "./load/load";
import type { LoadAnswer, LoadCall } from "./load/process";

type Method = {
  [Name in keyof Load]: Load[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Load];

export class Generator {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (answer: LoadAnswer) => void>();
  private lastId = 0;

  constructor() {
    this.child = fork(BUNDLED.generator, { execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
    this.child.on("message", (answer: LoadAnswer) => this.waiting.get(answer.id)?.(answer));
    this.child.on("exit", () => {
      const message = "the load generator ended";
      for (const [id, take] of this.waiting) take({ id, ok: false, message });
    });
  }

  /** Rejects with the message of what went wrong over there. */
  call<Name extends Method>(
    method: Name,
    ...args: Parameters<Load[Name]>
  ): Promise<Awaited<ReturnType<Load[Name]>>> {
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        this.waiting.delete(id);
        // The other side runs this very method of Load.
        if (answer.ok) resolve(answer.value as Awaited<ReturnType<Load[Name]>>);
        else reject(new Error(`${method}: ${answer.message}`));
      });
      this.child.send({ id, method, args } satisfies LoadCall);
    });
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const exit = once(this.child, "exit");
    this.child.disconnect();
    await exit;
  }
}
