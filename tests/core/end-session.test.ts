import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { endSession } from "@/components/account/end-session";
import { AppError } from "@/core/errors";
import { newPersonId } from "@/core/ids";

const person = newPersonId();
/** What was done, in this order; what is named in `fails` wasn't. */
let done: string[];
let fails: string;

function attempt(step: string): void {
  if (step === fails) throw new AppError("internal");
  done.push(step);
}

vi.mock("@/components/api/session", () => ({ signOut: async () => attempt("sign out") }));
vi.mock("@/components/reading/kept-texts", () => ({ forgetKeptTexts: () => attempt("forget texts") }));
vi.mock("@/components/shell/agreed-leave", () => ({ agreeToLeave: () => attempt("ask no more") }));
vi.mock("@/components/sync/load-local-copies", () => ({
  loadLocalCopies: async () => {
    attempt("load");
    return { deleteLocalCopies: async () => attempt("delete copies") };
  },
}));

beforeEach(() => {
  done = [];
  fails = "";
  vi.spyOn(console, "warn").mockReturnValue();
  vi.stubGlobal("window", { location: { assign: (path: string) => attempt(path) } });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it("SY-88 the copies are deleted once the session is over", async () => {
  await endSession(person);
  expect(done).toEqual(["sign out", "load", "delete copies", "forget texts", "ask no more", "/sign-in"]);
});

it("SY-88 signing out that is refused deletes nothing", async () => {
  fails = "sign out";
  await expect(endSession(person)).rejects.toThrow(AppError);
  expect(done).toEqual([]);
});

it.each(["load", "delete copies"])(
  "SY-88 nobody stays on the page since the browser fails to %s",
  async (step) => {
    fails = step;
    await endSession(person);
    expect(done.slice(-3)).toEqual(["forget texts", "ask no more", "/sign-in"]);
  },
);
