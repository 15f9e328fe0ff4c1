/** The server's answers to what a store of the page asks for, in order; behind the last there is none. */
import { afterEach, beforeEach, vi } from "vitest";

export type Answer = () => Promise<Response>;

export const fails: Answer = () => Promise.reject(new TypeError("no answer"));

export interface Answers {
  /** How often it was asked. */
  asked: number;
  next: Answer[];
}

/** For the tests of a file, each with a clock of its own. */
export function answersInTurn(): Answers {
  const answers: Answers = { asked: 0, next: [] };
  beforeEach(() => {
    vi.useFakeTimers();
    answers.asked = 0;
    answers.next = [];
    vi.stubGlobal("fetch", () => {
      answers.asked += 1;
      return (answers.next.shift() ?? fails)();
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return answers;
}
