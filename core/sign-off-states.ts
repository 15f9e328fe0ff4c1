/** Who has signed what the text is now, who is asked, and who waits for somebody before them. */
import type { PersonId } from "./ids";
import type { SignOff, SignOffState } from "./sign-off";

/** What is known of somebody who is asked to sign. */
export interface Signer {
  readonly personId: PersonId;
  /** The latest answer. */
  readonly signOff: Pick<SignOff, "answer" | "textHash"> | null;
  /** Who alone made every change since; null when several did, or it isn't known. */
  readonly changedBy: PersonId | null;
}

/** The state of each asked person, in order of asking. `textHash` is of the text as it is now. */
export function signOffStates(
  signers: readonly Signer[],
  textHash: string,
  inOrder: boolean,
): readonly SignOffState[] {
  return signers.map(({ personId, signOff }, index) => {
    const state = stateOf(signOff, textHash);
    if (!inOrder || state === "signed" || state === "returned") return state;
    const before = signers.slice(0, index);
    return before.every((signer) => letsSign(signer, personId, textHash)) ? state : "waiting";
  });
}

/**
 * Somebody before signed the present text, or what it was before the next one's own changes: whoever rewords a sentence
 * while it is their turn doesn't lose it by that.
 */
function letsSign({ signOff, changedBy }: Signer, next: PersonId, textHash: string): boolean {
  const state = stateOf(signOff, textHash);
  return state === "signed" || (state === "broken" && changedBy === next);
}

function stateOf(signOff: Signer["signOff"], textHash: string): SignOffState {
  if (signOff === null) return "asked";
  if (signOff.answer === "returned") return "returned";
  return signOff.textHash === textHash ? "signed" : "broken";
}
