/** Which draft a signature is on, as the panel, the signer and the record are told. */
import { expect, it } from "vitest";
import type { Person } from "@/core/person";
import type { RecordEntryOf } from "@/core/record";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { versionOffices } from "../helpers/version-offices";
import { typeLine } from "../helpers/version-typing";

const offices = versionOffices();

/** Two people are asked to sign the first draft for approval. */
async function open(database: TestDatabase) {
  const office = await offices.open(database);
  const { chief, speechId, signOffs, records } = office;
  const [one, other] = [
    await office.addMember(chief, speechId, "suggester"),
    await office.addMember(chief, speechId, "suggester"),
  ];
  await typeLine(office, chief, "要抓好落实。");
  const people = [one.id, other.id];
  await signOffs.request(chief, speechId, { people, inOrder: false, dueOn: null, note: "" });
  const sign = async (person: Person) => {
    const { textHash } = await signOffs.text(person, speechId);
    await signOffs.sign(person, speechId, { answer: "agreed", opinion: "", textHash });
  };
  const isChanged = async () =>
    (await signOffs.read(chief, speechId)).request?.asked.map(({ signOff }) => signOff?.isChanged);
  const recorded = async () =>
    (await records.read(chief, speechId)).entries
      .filter((entry): entry is RecordEntryOf<"sign-off"> => entry.kind === "sign-off")
      .map(({ facts }) => facts.sent);
  return { office, one, other, sign, isChanged, recorded };
}

const DRAFT = { kind: "stage", name: "", stage: { name: "review", draft: 1 } };

describeOnBoth("the draft that was signed", (database) => {
  it("SG-20 is the one that was sent, told from it as it was changed since", async () => {
    const { office, one, other, sign, isChanged, recorded } = await open(database);
    await sign(one);
    await typeLine(office, office.chief, "还要督查。");
    await sign(other);
    expect(await isChanged()).toEqual([false, true]);
    expect(await recorded()).toMatchObject([
      { draft: DRAFT, isChanged: false },
      { draft: DRAFT, isChanged: true },
    ]);
  });

  it("SG-20 is the one that was sent where its words were kept once more under another name", async () => {
    const { office, one, sign, isChanged, recorded } = await open(database);
    const { versions, chief, speechId } = office;
    await versions.create(chief, speechId, { name: "送张主任", note: "" });
    await sign(one);
    expect(await isChanged()).toEqual([false, undefined]);
    expect(await recorded()).toMatchObject([{ draft: DRAFT, isChanged: false }]);
  });
});
