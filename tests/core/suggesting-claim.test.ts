import * as decoding from "lib0/decoding";
import { describe, expect, it } from "vitest";
import { SuggestingClaim } from "@/components/sync/suggesting-claim";
import { MESSAGE_SUGGESTING } from "@/core/protocol";

/** How many updates the message says were taken in; null for no message. */
function takenIn(message: Uint8Array | null): number | null {
  if (message === null) return null;
  const decoder = decoding.createDecoder(message);
  expect(decoding.readVarUint(decoder)).toBe(MESSAGE_SUGGESTING);
  return decoding.readVarUint(decoder);
}

describe("what a page says of its updates", () => {
  it("SU-52 says that an update suggests, and on how many of the others' updates it was made", () => {
    const claim = new SuggestingClaim();
    claim.socketOpened();
    claim.took(2);
    claim.took(1);
    const said: (number | null)[] = [];
    claim.during(() => said.push(takenIn(claim.messageFor("update", false))));
    said.push(takenIn(claim.messageFor("update", false)));
    expect(said).toEqual([3, null]);
    claim.socketOpened();
    expect(takenIn(claim.messageFor("update", true))).toBe(0);
  });

  it("SU-52 says it of offline writing only when all of it was suggested", () => {
    const claim = new SuggestingClaim();
    expect(claim.messageFor("step2", false)).toBeNull();
    claim.allSaved();
    claim.during(() => claim.edited());
    expect(claim.messageFor("step2", false)).not.toBeNull();
    claim.edited();
    claim.during(() => claim.edited());
    expect(claim.messageFor("step2", false)).toBeNull();
    claim.allSaved();
    expect(claim.messageFor("step2", false)).not.toBeNull();
  });

  it("SU-52 goes on directly after an edit that failed", () => {
    const claim = new SuggestingClaim();
    const fail = () =>
      claim.during(() => {
        throw new Error("no");
      });
    expect(fail).toThrow("no");
    expect(claim.messageFor("update", false)).toBeNull();
  });
});
