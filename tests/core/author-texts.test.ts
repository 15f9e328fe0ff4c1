import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type AuthorTexts, charactersByClient, readAuthorTexts } from "@/core/authors/author-texts";
import { struckRanges } from "@/core/authors/struck-ranges";
import { type DocumentNode, documentSchema, FRAGMENT } from "@/core/document/schema";
import { writeSlot } from "@/core/document/suggestion";
import { countDocument } from "@/core/text/count";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { editAtRandom } from "../helpers/random-edit";

const WHOLE = { from: 0, to: Number.POSITIVE_INFINITY };
const isLeaf = (name: string) => documentSchema().nodes[name]?.isLeaf === true;
const read = (doc: Y.Doc) => readAuthorTexts(doc.getXmlFragment(FRAGMENT), isLeaf);

/** As the editor and the server build it. */
const documentOf = (doc: Y.Doc) =>
  yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(FRAGMENT)) as unknown as DocumentNode;

function expectSameText(doc: Y.Doc, { texts, size }: AuthorTexts): void {
  const node = documentSchema().nodeFromJSON(documentOf(doc));
  expect(size).toBe(node.content.size);
  for (const { from, text, runs } of texts) {
    expect(node.textBetween(from, from + text.length)).toBe(text);
    expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(text.length);
  }
  expect(texts.map(({ text }) => text).join("")).toBe(node.textContent);
}

function docOf(clientID: number, ...blocks: readonly (Y.XmlElement | Y.XmlText)[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  doc.getXmlFragment(FRAGMENT).push([...blocks]);
  return doc;
}

function element(name: string, ...children: readonly (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, [...children]);
  return made;
}

/** A character that nobody types but this client. */
const signOf = (clientId: number) => String.fromCharCode(0x3400 + clientId);

function typeSign(doc: Y.Doc, random: Random): void {
  const texts = [...doc.getXmlFragment(FRAGMENT).createTreeWalker((type) => type instanceof Y.XmlText)];
  // The walker's type doesn't follow its filter.
  const text = random.pick(texts) as Y.XmlText;
  text.insert(random.below(text.length + 1), signOf(doc.clientID));
}

/** Returns how many signs were found, each in a run of its own client. */
function checkSigns({ texts }: AuthorTexts): number {
  let signs = 0;
  for (const { text, runs } of texts) {
    let at = 0;
    for (const { clientId, length } of runs) {
      for (const char of text.slice(at, at + length)) {
        const code = char.charCodeAt(0);
        if (code < 0x3400 || code > 0x3500) continue;
        expect(char).toBe(signOf(clientId));
        signs += 1;
      }
      at += length;
    }
  }
  return signs;
}

describe("who wrote what", () => {
  it("WW-01 gives each stretch its place and authors, across lists, tables, breaks and formatting", () => {
    const cell = element("tableCell", element("paragraph", new Y.XmlText("格")));
    const doc = docOf(
      1,
      element("paragraph", new Y.XmlText("前"), element("hardBreak"), new Y.XmlText("后")),
      element("paragraph"),
      element("bulletList", element("listItem", element("paragraph", new Y.XmlText("项")))),
      element("table", element("tableRow", cell)),
    );
    const other = new Y.Doc();
    other.clientID = 2;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const first = (other.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    first.insert(1, "她的");
    first.format(0, 2, { bold: {} });
    const authors = read(other);
    expectSameText(other, authors);
    expect(authors.texts[0]?.runs).toEqual([
      { clientId: 1, length: 1 },
      { clientId: 2, length: 2 },
    ]);
    expect(authors.texts.map(({ text }) => text)).toEqual(["前她的", "后", "项", "格"]);
  });

  it("WW-02 counts for each author what makes up the speech's length, a shared word for its first letter", () => {
    const doc = docOf(1, element("paragraph", new Y.XmlText("发展 spe，")));
    const other = new Y.Doc();
    other.clientID = 2;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const text = (other.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(6, "ech工作");
    expect(text.toString()).toBe("发展 speech工作，");
    expect(Object.fromEntries(charactersByClient(read(other), WHOLE))).toEqual({ 1: 4, 2: 2 });
    expect(charactersByClient(read(other), { from: 40, to: 80 }).size).toBe(0);
  });

  it("WW-02 leaves out what is struck out, as the speech's length does", () => {
    const doc = docOf(
      1,
      element("paragraph", new Y.XmlText("我们要推动工作")),
      element("paragraph", new Y.XmlText("整段不要")),
    );
    const [line, block] = doc.getXmlFragment(FRAGMENT).toArray() as Y.XmlElement[];
    const text = line?.get(0) as Y.XmlText;
    const by = { id: "a".repeat(20), person: "b".repeat(20), at: 1 };
    text.format(2, 3, { deletion: { ...by, of: null } });
    block?.setAttribute("removed", writeSlot(by));
    const document = documentOf(doc);
    expect(countDocument(document).characters).toBe(4);
    const struck = struckRanges(documentSchema().nodeFromJSON(document));
    expect(struck).toHaveLength(2);
    expect(charactersByClient(read(doc), WHOLE, struck)).toEqual(new Map([[1, 4]]));
    // Without them all of it would count.
    expect(charactersByClient(read(doc), WHOLE)).toEqual(new Map([[1, 11]]));
  });

  it("WW-01 WW-02 holds for random edits by several people who leave and come back under new ids", () => {
    const seed = runSeed();
    const random = seededRandom(seed);
    for (let round = 0; round < 20; round += 1) {
      let pages = [1, 2, 3].map((id) => docOf(id, element("paragraph", new Y.XmlText("始"))));
      let next = 10;
      for (let step = 0; step < 60; step += 1) {
        const page = random.pick(pages);
        editAtRandom(page, random);
        typeSign(page, random);
        if (random.chance(0.4)) Y.applyUpdate(random.pick(pages), Y.encodeStateAsUpdate(page));
        if (random.chance(0.1)) {
          const returned = new Y.Doc();
          returned.clientID = next++;
          Y.applyUpdate(returned, Y.encodeStateAsUpdate(page));
          pages = pages.map((one) => (one === page ? returned : one));
        }
      }
      const merged = new Y.Doc();
      for (const page of pages) Y.applyUpdate(merged, Y.encodeStateAsUpdate(page));
      const authors = read(merged);
      expectSameText(merged, authors);
      expect(checkSigns(authors), `SEED=${seed}`).toBeGreaterThan(0);
      const counted = [...charactersByClient(authors, WHOLE).values()].reduce((sum, count) => sum + count, 0);
      expect(counted, `SEED=${seed}`).toBe(countDocument(documentOf(merged)).characters);
    }
  });
});
