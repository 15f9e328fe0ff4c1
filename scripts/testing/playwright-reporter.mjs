/** Playwright reporter that only counts; the list reporter beside it does the talking. */
import { addNotRun, noTests, writeTally } from "./tally.mjs";

export default class TallyReporter {
  #tally = noTests();
  /** @type {import("@playwright/test/reporter").Suite | undefined} */
  #suite;

  /** @param {unknown} _config @param {import("@playwright/test/reporter").Suite} suite */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /** Errors outside any test: a spec that can't be loaded, a fixture that fails to tear down. */
  onError(error) {
    this.#tally.failed.push(error.message ?? "error outside a test");
  }

  onEnd() {
    for (const test of this.#suite?.allTests() ?? []) {
      const title = test.titlePath().filter(Boolean).join(" > ");
      const outcome = test.outcome();
      if (outcome === "skipped") addNotRun(this.#tally, title, reasonOf(test));
      else if (outcome === "unexpected") this.#tally.failed.push(title);
      else this.#tally.passed += 1;
      if (outcome === "flaky") this.#tally.unsteady.push(title);
    }
    writeTally(this.#tally);
  }

  /** The list reporter beside this one writes to the terminal. */
  printsToStdio() {
    return false;
  }
}

/** @param {import("@playwright/test/reporter").TestCase} test */
function reasonOf(test) {
  const annotations = [...test.annotations, ...test.results.flatMap((result) => result.annotations)];
  return annotations.find((annotation) => annotation.type === "skip")?.description;
}
