/** Which draft a signature is on, as the panel, the signer and the record are told. */
import { expect, it } from "vitest";
import type { Person } from "@/core/person";
import type { RecordEntryOf } from "@/core/record";
import { acceptAll, rejectAll } from "@/core/review/settle";
import { createSignOffService } from "@/server/services/sign-offs";
import { hashesOfSent } from "@/server/services/signed-draft";
import { describeOnBoth, type TestDatabase } from "../helpers/databases";
import { until } from "../helpers/rooms";
import { editShared, suggestShared, textOf, writeText } from "../helpers/shared-edit";
import type { VersionOffice } from "../helpers/version-office";
import { versionOffices } from "../helpers/version-offices";
import { typeLine } from "../helpers/version-typing";

const offices = versionOffices();

type VersionPage = ReturnType<VersionOffice["page"]>;
type Before = (office: VersionOffice) => Promise<void>;

/** Two people are asked to sign the first draft for approval, which is as `before` left it. */
async function open(database: TestDatabase, before: Before = async () => undefined) {
  const office = await offices.open(database);
  const { chief, speechId, signOffs, records } = office;
  const [one, other] = [
    await office.addMember(chief, speechId, "suggester"),
    await office.addMember(chief, speechId, "suggester"),
  ];
  await typeLine(office, chief, "要抓好落实。");
  await before(office);
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

/** What somebody does in a page of their own, until it is durable. */
async function inPage(
  office: VersionOffice,
  person: Person,
  deed: (doc: VersionPage["doc"]) => void,
): Promise<void> {
  const page = office.page(person);
  await until(() => page.allSaved && page.fragment.length > 0);
  deed(page.doc);
  await until(() => page.allSaved);
  page.disconnect();
}

/** A colleague proposes two characters, undecided when the draft is sent. */
const propose: Before = async (office) => {
  const colleague = await office.addMember(office.chief, office.speechId, "editor");
  await inPage(office, colleague, (doc) =>
    suggestShared(doc, colleague.id, (tr) => tr.insertText("切实", 2)),
  );
};

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

  it("SG-20 SG-22 is the one that was sent where its suggestions were accepted since", async () => {
    const { office, one, other, sign, isChanged, recorded } = await open(database, propose);
    await sign(one);
    await inPage(office, office.chief, (doc) => writeText(doc, acceptAll(textOf(doc))));
    await sign(other);
    const { request } = await office.signOffs.read(office.chief, office.speechId);
    expect(new Set(request?.asked.map(({ signOff }) => signOff?.textHash)).size).toBe(1);
    expect(new Set(request?.asked.map(({ signOff }) => signOff?.version)).size).toBe(2);
    expect(await isChanged()).toEqual([false, false]);
    expect(await recorded()).toMatchObject([
      { draft: DRAFT, isChanged: false },
      { draft: DRAFT, isChanged: false },
    ]);
  });

  it("SG-20 SG-22 is told from the one that was sent where a suggestion was rejected since", async () => {
    const { office, one, other, sign, isChanged, recorded } = await open(database, propose);
    await sign(one);
    await inPage(office, office.chief, (doc) => writeText(doc, rejectAll(textOf(doc))));
    await sign(other);
    expect(await isChanged()).toEqual([false, true]);
    expect(await recorded()).toMatchObject([{ isChanged: false }, { isChanged: true }]);
  });

  it("SG-20 RC-02 is the one that was sent where marks for reading it aloud came since", async () => {
    const { office, one, other, sign, isChanged, recorded } = await open(database);
    await inPage(office, office.chief, (doc) => {
      editShared(doc, (tr) => tr.addMark(2, 3, tr.doc.type.schema.mark("pinyin", { reading: "zhuā" })));
      editShared(doc, (tr) => tr.insert(4, tr.doc.type.schema.node("cue", { kind: "pause" })));
    });
    await sign(one);
    await sign(other);
    expect(await isChanged()).toEqual([false, false]);
    expect(await recorded()).toMatchObject([{ isChanged: false }, { isChanged: false }]);
  });

  it("SG-20 SG-21 is told by the numbers that its headings had", async () => {
    const number = ({ speeches, chief, speechId }: VersionOffice, numberingStyle: "flat" | "nested") =>
      speeches.change(chief, speechId, { numberingStyle });
    const { office, one, other, sign, isChanged, recorded } = await open(database, async (office) => {
      await inPage(office, office.chief, (doc) =>
        editShared(doc, (tr) => tr.setNodeMarkup(0, tr.doc.type.schema.nodes.heading, { level: 2 })),
      );
      await number(office, "flat");
    });
    await sign(one);
    await number(office, "nested");
    await sign(other);
    expect(await isChanged()).toEqual([false, true]);
    expect(await recorded()).toMatchObject([{ isChanged: false }, { isChanged: true }]);
  });

  it("SG-20 is the one that was sent last where people are asked anew while somebody signs", async () => {
    const { office, one, recorded } = await open(database);
    const { chief, speechId, signOffs, parts } = office;
    await typeLine(office, chief, "还要督查。");
    const { textHash } = await signOffs.text(one, speechId);
    const { texts } = parts;
    let isAskedAnew = false;
    const snapshot: typeof texts.snapshot = async (...asked) => {
      if (!isAskedAnew) {
        isAskedAnew = true;
        const latest = await office.latestAsked();
        await signOffs.request(chief, speechId, {
          people: [one.id],
          inOrder: false,
          dueOn: null,
          note: "",
          latest,
        });
      }
      return texts.snapshot(...asked);
    };
    const crossing = createSignOffService({ ...parts, texts: { ...texts, snapshot } });
    const { request } = await crossing.sign(one, speechId, { answer: "agreed", opinion: "", textHash });
    expect(request).toMatchObject({ stage: { draft: 2 }, asked: [{ signOff: { isChanged: false } }] });
    expect(await recorded()).toMatchObject([
      { draft: { ...DRAFT, stage: { name: "review", draft: 2 } }, isChanged: false },
    ]);
  });

  it("SG-20 is read once, however often it is asked which one it was", async () => {
    const { office, one, sign } = await open(database);
    await sign(one);
    const { request } = await office.signOffs.read(office.chief, office.speechId);
    if (request === null) throw new Error("nobody was asked");
    const { database: stored } = office.parts;
    let queries = 0;
    const query: typeof stored.query = (run) => {
      queries += 1;
      return stored.query(run);
    };
    const hashOfSent = hashesOfSent({ ...stored, query });
    const sent = { speech_id: office.speechId, version_id: request.version };
    const hash = await hashOfSent(sent);
    expect(hash).toBe(request.asked[0]?.signOff?.textHash);
    const asked = queries;
    expect(await hashOfSent(sent)).toBe(hash);
    expect([asked > 0, queries]).toEqual([true, asked]);
  });
});
