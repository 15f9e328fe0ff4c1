import type { AskedPerson } from "./sign-off";

/** Somebody who signed another text than the present one. */
export type BrokenSignature = AskedPerson & {
  readonly signOff: NonNullable<AskedPerson["signOff"]>;
  readonly changedCharacters: number;
};

/** Of those who are asked whoever signed another text; the one that most of was changed since comes first. */
export function brokenSignatures(asked: readonly AskedPerson[]): readonly BrokenSignature[] {
  return asked
    .flatMap(({ signOff, changedCharacters, ...each }) =>
      signOff === null || changedCharacters === null ? [] : [{ ...each, signOff, changedCharacters }],
    )
    .sort((one, other) => other.changedCharacters - one.changedCharacters);
}
