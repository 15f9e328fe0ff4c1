/** An office's own layouts: who makes them, what they do to a file, what is left when they go. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PaperFormat } from "@/core/export";
import type { HouseStyleContent } from "@/core/house-style";
import type { HouseStyleId } from "@/core/ids";
import { paperPreset } from "@/core/paper/preset";
import type { Person } from "@/core/person";
import { expectValidDocx } from "../helpers/docx-checks";
import { attribute, child, DocxReader } from "../helpers/docx-reader";
import { readPdf } from "../helpers/pdf-reader";
import { SocketOffice } from "../helpers/socket-office";

let office: SocketOffice;
let editor: Person;

beforeAll(async () => {
  office = await SocketOffice.open();
  editor = await office.colleague("editor", "editor");
});
afterAll(() => office?.close());

const styles = () => office.server.runtime.houseStyles;
const standard = paperPreset("gbt9704");
const wide = (name: string): HouseStyleContent => ({
  name,
  paper: {
    ...standard,
    margins: { top: 30, right: 20, bottom: 30, left: 20 },
    linePitch: 31,
    titleSize: 26,
    fonts: { ...standard.fonts, hei: "华文中宋" },
    headings: [
      { font: "hei", bold: false },
      { font: "kai", bold: true },
      { font: "song", bold: true },
      { font: "body", bold: false },
    ],
    pageNumber: { ...standard.pageNumber, place: "centre" },
  },
});
const exported = (style: HouseStyleId, watermark = false, format: PaperFormat = "docx") =>
  office.server.runtime.exports.make(editor, office.speechId, {
    format,
    style,
    watermark,
    content: "clean",
    comments: false,
  });
const lastFacts = async () =>
  (await office.server.runtime.records.read(editor, office.speechId)).entries.at(-1)?.facts;

describe("an office's own layouts", () => {
  it("EX-61 an administrator makes, changes and deletes them; everybody sees them; nobody else changes any", async () => {
    const refused = { code: "forbidden" };
    const made = await styles().create(office.administrator, wide("秘书处版式"));
    await expect(styles().create(editor, wide("我的版式"))).rejects.toMatchObject(refused);
    await expect(styles().change(editor, made.id, { name: "我的版式" })).rejects.toMatchObject(refused);
    await expect(styles().remove(editor, made.id)).rejects.toMatchObject(refused);
    expect(await styles().list(editor)).toEqual([made]);
    const { page: _fixed, ...figures } = standard;
    const narrow = { name: "秘书处窄版式", paper: standard };
    await styles().change(office.administrator, made.id, { ...narrow, paper: figures });
    expect(await styles().list(editor)).toEqual([{ id: made.id, ...narrow }]);
    await styles().remove(office.administrator, made.id);
    expect(await styles().list(editor)).toEqual([]);
    await expect(styles().remove(office.administrator, made.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("EX-61 a name is given once, and the refusal stands at its field", async () => {
    const one = await styles().create(office.administrator, wide("甲"));
    const other = await styles().create(office.administrator, wide("乙"));
    const taken = { code: "invalid-input", fields: { name: "taken" } };
    await expect(styles().create(office.administrator, wide("甲"))).rejects.toMatchObject(taken);
    await expect(styles().change(office.administrator, other.id, { name: "甲" })).rejects.toMatchObject(
      taken,
    );
    await styles().change(office.administrator, one.id, { name: "甲" });
    expect((await styles().list(editor)).map(({ name }) => name)).toEqual(["甲", "乙"]);
  });

  it("EX-100 what another administrator changed meanwhile stays, unless both together can't be printed", async () => {
    const { administrator } = office;
    const { id } = await styles().create(administrator, { name: "两人改的版式", paper: standard });
    await styles().change(administrator, id, { paper: { margins: { top: 20 }, bodySize: 15 } });
    const both = await styles().change(administrator, id, {
      name: "两人改过的版式",
      paper: { margins: { left: 20 } },
    });
    expect(both).toEqual({
      id,
      name: "两人改过的版式",
      paper: { ...standard, bodySize: 15, margins: { ...standard.margins, top: 20, left: 20 } },
    });
    await styles().change(administrator, id, { paper: { bodySize: 24 } });
    await expect(styles().change(administrator, id, { paper: { linePitch: 20 } })).rejects.toMatchObject({
      code: "invalid-input",
      fields: { "paper.linePitch": "invalid" },
    });
    await styles().change(administrator, id, { paper: { linePitch: 30 } });
    const paper = { ...both.paper, bodySize: 24, linePitch: 30 };
    expect(await styles().list(editor)).toContainEqual({ ...both, paper });
  });

  it("EX-62 a file in it has its margins, pitch, sizes, fonts and page numbers, and is valid", async (context) => {
    const { id } = await styles().create(office.administrator, wide("宽版式"));
    const { bytes } = await exported(id);
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    const [margins] = file.all("word/document.xml", "pgMar");
    // 30 and 20 mm in twips.
    expect(["top", "right", "bottom", "left"].map((side) => attribute(margins, side))).toEqual([
      "1701",
      "1134",
      "1701",
      "1134",
    ]);
    const style = (name: string) =>
      file.all("word/styles.xml", "style").find((element) => attribute(element, "styleId") === name);
    expect(attribute(child(style("Normal"), "pPr", "spacing"), "line")).toBe("620");
    expect(attribute(child(style("Title"), "rPr", "sz"), "val")).toBe("52");
    expect(attribute(child(style("Heading1"), "rPr", "rFonts"), "eastAsia")).toBe("华文中宋");
    expect([2, 3, 4].map((level) => child(style(`Heading${level}`), "rPr", "b") !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
    expect(attribute(child(style("Heading3"), "rPr", "rFonts"), "eastAsia")).toBe("宋体");
    expect(file.all("word/settings.xml", "evenAndOddHeaders")).toEqual([]);
  });

  it("EX-63 the record names it as it was called, also when it is gone; it can't be chosen then", async () => {
    const { id } = await styles().create(office.administrator, wide("旧版式"));
    await exported(id);
    await styles().change(office.administrator, id, { name: "改名后的版式" });
    expect(await lastFacts()).toMatchObject({ style: id, styleName: "旧版式", watermark: false });
    await styles().remove(office.administrator, id);
    const before = await lastFacts();
    await expect(exported(id)).rejects.toMatchObject({
      code: "invalid-input",
      fields: { style: "invalid" },
    });
    expect(await lastFacts()).toEqual(before);
    expect(before).toMatchObject({ styleName: "旧版式" });
  });

  it("EX-64 a watermark has who and when behind the text of every page, and is on the record", async (context) => {
    const { id } = await styles().create(office.administrator, wide("水印版式"));
    const { bytes } = await exported(id, true);
    await expectValidDocx(context, bytes);
    const file = new DocxReader(bytes);
    const kinds = file
      .all("word/document.xml", "headerReference")
      .map((element) => attribute(element, "type"));
    expect(kinds).toEqual(["even", "default"]);
    for (const part of ["word/header1.xml", "word/header2.xml"]) {
      const [text] = [...file.part(part).getElementsByTagName("v:textpath")].filter((element) =>
        element.hasAttribute("string"),
      );
      expect(text?.getAttribute("string")).toMatch(
        new RegExp(`^${editor.name} \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d$`),
      );
    }
    expect(await lastFacts()).toMatchObject({ watermark: true });
    const pdf = await readPdf((await exported(id, true, "pdf")).bytes);
    expect(pdf.pages[0]?.lines.map(({ text }) => text).join("")).toContain(editor.name);
    expect(new DocxReader((await exported(id)).bytes).partNames).not.toContain("word/header1.xml");
    // Starting the typesetting process from TypeScript takes long where other tests share the machine.
  }, 120_000);
});
