/** The preview over HTTP: of the live text, for who is on the speech. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { documentSchema } from "@/core/document/schema";
import { newHouseStyleId } from "@/core/ids";
import { paperPreset } from "@/core/paper/preset";
import type { Person } from "@/core/person";
import type { Preview } from "@/core/preview";
import { NodeWriter } from "../helpers/node-writer";
import { readPdf } from "../helpers/pdf-reader";
import { editShared } from "../helpers/shared-edit";
import { OWN_PASSWORD, SocketOffice } from "../helpers/socket-office";
import { Visitor } from "../helpers/visitor";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Next reads its whole build, and the process its fonts. */
const LIMIT_MS = 120_000;

let office: SocketOffice;
let reader: Person;
let stranger: Person;
let editor: Person;
let writer: NodeWriter;

beforeAll(async () => {
  office = await SocketOffice.open({ nextFolder: ROOT });
  editor = await office.colleague("editor", "editor");
  reader = await office.colleague("reader", "viewer");
  stranger = await office.colleague("stranger", null);
  const visitor = new Visitor(office.server.url);
  await visitor.signIn("editor", OWN_PASSWORD);
  writer = new NodeWriter({ person: editor, visitor, password: OWN_PASSWORD }, office.speechId);
  await saved();
  const schema = documentSchema();
  const paragraphs = ["甲", "乙", "丙", "丁", "戊", "己"].map((word) =>
    schema.node("paragraph", null, schema.text(word.repeat(30 * 28 - 2))),
  );
  editShared(writer.doc, (tr) => tr.replaceWith(0, tr.doc.content.size, paragraphs));
  await saved();
}, LIMIT_MS);
afterAll(async () => {
  writer?.close();
  await office?.close();
});

const saved = () => vi.waitFor(() => expect(writer.allSaved).toBe(true), { interval: 5, timeout: LIMIT_MS });
const get = async (actor: Person, path: string) =>
  fetch(`${office.server.url}/api/speeches/${office.speechId}/preview${path}`, {
    headers: { cookie: await office.cookie(actor) },
  });
async function read(actor: Person, layout = "gbt9704"): Promise<Preview> {
  const answer = await get(actor, `?layout=${layout}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { preview: Preview }).preview;
}

it(
  "EX-76 has as many pages as the PDF that is exported, also in the office's own layout",
  async () => {
    const paper = { ...paperPreset("gbt9704"), linePitch: 40 };
    const own = { name: "宽行距", paper };
    const { id } = await office.server.runtime.houseStyles.create(office.administrator, own);
    const counts = [];
    for (const style of ["gbt9704", id] as const) {
      const preview = await read(reader, style);
      const { bytes } = await office.server.runtime.exports.make(reader, office.speechId, {
        format: "pdf",
        style,
        watermark: false,
        content: "clean",
        comments: false,
      });
      expect(preview.pages).toHaveLength((await readPdf(bytes)).pages.length);
      counts.push(preview.pages.length);
    }
    expect(counts[1]).toBeGreaterThan(counts[0] ?? 0);
  },
  LIMIT_MS,
);

it(
  "EX-89 has the pages of the reading copy that is exported, in the sizes that there are",
  async () => {
    const preview = await read(reader, "reading-24");
    const request = { format: "pdf", content: "reading", size: 24 } as const;
    const { bytes } = await office.server.runtime.exports.make(reader, office.speechId, request);
    expect(preview.pages).toHaveLength((await readPdf(bytes)).pages.length);
    const page = `/${preview.pages[0]}?layout=`;
    expect((await get(reader, `${page}reading-24`)).status).toBe(200);
    expect((await get(stranger, `${page}reading-24`)).status).toBe(404);
    expect((await get(reader, `${page}gbt9704`)).status).toBe(404);
    expect((await get(reader, "?layout=reading-23")).status).toBe(400);
  },
  LIMIT_MS,
);

it(
  "EX-77 follows the room: what is shown as saved is on it, and only its page is another",
  async () => {
    const before = await read(reader);
    editShared(writer.doc, (tr) => tr.insertText("添", tr.doc.content.size - 5));
    await saved();
    const after = await read(reader);
    const changed = after.pages.flatMap((hash, page) => (hash === before.pages[page] ? [] : [page]));
    expect(changed).toEqual([after.pages.length - 1]);
    expect(before.pages).toHaveLength(after.pages.length);
  },
  LIMIT_MS,
);

it(
  "EX-128 draws the pages that it is told somebody is near, and all where it isn't told any",
  async () => {
    const near = async (pages: string) => get(reader, `?layout=gbt9704&near=${pages}`);
    const { pages: before } = await read(reader);
    expect(before.length).toBeGreaterThan(4);
    editShared(writer.doc, (tr) => tr.insertText("添", 5));
    await saved();
    const answer = await near("0-0");
    expect(answer.status).toBe(200);
    const { pages } = ((await answer.json()) as { preview: Preview }).preview;
    expect(pages[0]).not.toBe(before[0]);
    expect(pages[0]).not.toBeNull();
    expect(pages.at(-1)).not.toBeNull();
    expect(pages).toContain(null);
    expect((await get(reader, `/${pages[0]}?layout=gbt9704`)).status).toBe(200);
    for (const wrong of ["", "0", "-1-2", "2-1", "a-b", "0-100000", "0-1-2"]) {
      expect((await near(wrong)).status, wrong).toBe(400);
    }
    // Such pages as there are of these.
    expect((await near("0-99999")).status).toBe(200);
    expect((await read(reader)).pages).not.toContain(null);
  },
  LIMIT_MS,
);

it(
  "EX-82 a page's picture is given to who is on the speech, as a file and to nobody's cache",
  async () => {
    const { pages } = await read(reader);
    const path = `/${pages[0]}?layout=gbt9704`;
    const answer = await get(reader, path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/gzip");
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment;/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(gunzipSync(await answer.arrayBuffer()).toString()).toMatch(
      /^<svg [^>]*><rect [^>]*fill="#fff"\/>.*<\/svg>$/,
    );
    expect((await get(stranger, path)).status).toBe(404);
    expect((await get(stranger, "?layout=gbt9704")).status).toBe(404);
    // A page that another layout has isn't one of this layout's.
    expect((await get(reader, `/${pages[0]}?layout=meeting`)).status).toBe(404);
    expect((await get(reader, "/no-hash?layout=gbt9704")).status).toBe(404);
  },
  LIMIT_MS,
);

it(
  "EX-82 knows no page of another speech, and no layout that isn't there",
  async () => {
    const { pages } = await read(reader);
    const { speeches } = office.server.runtime;
    const names = { title: "另一篇", speaker: "", occasion: "", dueOn: null, text: "" };
    const { id } = await speeches.create(reader, names);
    const { previews } = office.server.runtime;
    const page = { layout: "gbt9704", hash: pages[0] ?? "" } as const;
    await expect(previews.page(reader, id, page)).rejects.toMatchObject({ code: "not-found" });
    await expect(previews.page(reader, office.speechId, page)).resolves.toBeInstanceOf(Uint8Array);
    expect((await get(reader, `?layout=${newHouseStyleId()}`)).status).toBe(400);
    expect((await get(reader, "?layout=film")).status).toBe(400);
    expect((await get(reader, "")).status).toBe(400);
  },
  LIMIT_MS,
);

it(
  "EX-80 a page of a list that the process doesn't know any more is made again, as on another node",
  async (context) => {
    const { pages } = await read(reader);
    const page = (hash: string | null | undefined) => get(reader, `/${hash}?layout=gbt9704`);
    const shown = await (await page(pages[1])).arrayBuffer();
    const killed = spawnSync("pkill", ["-KILL", "-P", String(process.pid), "-f", "preview-process"]);
    if (killed.error !== undefined) return context.skip("pkill isn't on this machine");
    expect(killed.status).toBe(0);
    // Whoever asks before the end is noticed is told of a failure.
    await vi.waitFor(
      async () => {
        const answer = await page(pages[1]);
        expect(answer.status).toBe(200);
        expect(await answer.arrayBuffer()).toEqual(shown);
      },
      { interval: 5, timeout: LIMIT_MS },
    );
    expect((await page("0".repeat(32))).status).toBe(404);
  },
  LIMIT_MS,
);

it(
  "EX-82 isn't on the record: nothing leaves the office",
  async () => {
    const { records } = office.server.runtime;
    const before = await records.read(editor, office.speechId);
    await read(reader);
    expect(await records.read(editor, office.speechId)).toEqual(before);
  },
  LIMIT_MS,
);
