/** Vitest reporter that only counts; the default reporter beside it does the talking. */
import { addNotRun, noTests, writeTally } from "./tally.mjs";

export default class TallyReporter {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tally = noTests();
    for (const module of modules) {
      // A file that can't be loaded has no tests to count: the file itself is the failure.
      if (module.errors().length > 0) tally.failed.push(module.relativeModuleId);
      for (const test of module.children.allTests()) {
        const title = `${module.relativeModuleId} > ${test.fullName}`;
        const result = test.result();
        if (result.state === "passed") tally.passed += 1;
        else if (result.state === "skipped") addNotRun(tally, title, result.note);
        else tally.failed.push(title);
      }
    }
    for (const error of unhandledErrors) tally.failed.push(`unhandled: ${String(error?.message ?? error)}`);
    writeTally(tally);
  }
}
