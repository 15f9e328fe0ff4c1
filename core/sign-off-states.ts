/** Who has signed what the text is now, who is asked, and who waits for somebody before them. */
import type { SignOff, SignOffState } from "./sign-off";

/**
 * The state of each asked person, in order of asking. `latest` are their latest answers, `textHash`
 * the text as it is now.
 */
export function signOffStates(
  latest: readonly (Pick<SignOff, "answer" | "textHash"> | null)[],
  textHash: string,
  inOrder: boolean,
): readonly SignOffState[] {
  let everybodyBeforeSigned = true;
  return latest.map((signOff) => {
    const state = stateOf(signOff, textHash);
    const mustWait = inOrder && !everybodyBeforeSigned && state !== "signed" && state !== "returned";
    if (state !== "signed") everybodyBeforeSigned = false;
    return mustWait ? "waiting" : state;
  });
}

function stateOf(signOff: Pick<SignOff, "answer" | "textHash"> | null, textHash: string): SignOffState {
  if (signOff === null) return "asked";
  if (signOff.answer === "returned") return "returned";
  return signOff.textHash === textHash ? "signed" : "broken";
}
