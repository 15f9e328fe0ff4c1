import { describe, expect, it } from "vitest";
import { brokenSignatures } from "@/core/broken-signatures";
import { newPersonId, newVersionId } from "@/core/ids";
import type { AskedPerson } from "@/core/sign-off";

function asked(name: string, state: AskedPerson["state"], changedCharacters: number | null): AskedPerson {
  const signOff = {
    answer: "agreed",
    opinion: "",
    version: newVersionId(),
    textHash: "f".repeat(64),
    at: 1,
  } as unknown as NonNullable<AskedPerson["signOff"]>;
  const isSigned = state === "signed" || state === "broken";
  return {
    person: { id: newPersonId(), name },
    state,
    signOff: isSigned ? signOff : null,
    changedCharacters,
    isAway: false,
  };
}

describe("signatures that no longer hold", () => {
  it("SG-21 the one that most was changed since comes first: its changes are those that are counted", () => {
    const people = [
      asked("陈", "broken", 1),
      asked("李", "signed", null),
      asked("王", "broken", 7),
      asked("赵", "asked", null),
    ];
    const broken = brokenSignatures(people);
    expect(broken.map(({ person, changedCharacters }) => [person.name, changedCharacters])).toEqual([
      ["王", 7],
      ["陈", 1],
    ]);
    expect(broken[0]?.signOff).toBe(people[2]?.signOff);
  });
});
