import * as decoding from "lib0/decoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { noteSuggestedSteps, undoneBy } from "@/components/sync/suggested-steps";
import { SuggestingClaim } from "@/components/sync/suggesting-claim";
import { encodeTakingBack, MESSAGE_SUGGESTING } from "@/core/protocol";

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

  it("SU-55 says that an update takes suggestions back, and says nothing where an editor undoes something else", () => {
    const claim = new SuggestingClaim();
    claim.allSaved();
    claim.edited("suggestions");
    expect(claim.messageFor("update", false)).toEqual(encodeTakingBack());
    expect(claim.messageFor("step2", false)).not.toBeNull();
    claim.edited("other");
    expect(claim.messageFor("update", false)).toBeNull();
    expect(claim.messageFor("update", true)).toEqual(encodeTakingBack());
    expect(claim.messageFor("step2", false)).toBeNull();
    claim.edited();
    expect(takenIn(claim.messageFor("update", true))).toBe(0);
  });

  it("SU-55 knows the steps of undoing that only suggest, also when they are undone and done again", () => {
    const doc = new Y.Doc();
    const text = doc.getText();
    const manager = new Y.UndoManager(text);
    let suggests = false;
    const stop = noteSuggestedSteps(manager, () => suggests);
    const undone: unknown[] = [];
    doc.on("update", (_update: Uint8Array, origin: unknown) => undone.push(undoneBy(origin)));
    const write = (isSuggested: boolean) => {
      suggests = isSuggested;
      text.insert(0, "字");
      suggests = false;
    };
    write(true);
    manager.stopCapturing();
    write(false);
    manager.undo();
    manager.undo();
    manager.redo();
    expect(undone).toEqual([null, null, "other", "suggestions", "suggestions"]);
    // One step of both is more than suggesting.
    manager.stopCapturing();
    write(true);
    write(false);
    manager.undo();
    expect(undone.at(-1)).toBe("other");
    stop();
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
