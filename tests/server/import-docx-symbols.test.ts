/** Symbol fonts of a .docx. */
import { describe, expect, it } from "vitest";
import { nodeText } from "@/core/text/count";
import { readFile } from "@/server/import/read-file";
import { importWord, linesOf } from "../helpers/imported-lines";
import { p, r } from "../helpers/word-file";

const sign = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
const line = (inner: string) => `<w:p>${inner}</w:p>`;
const textOf = (inner: string) => linesOf({ body: line(inner) })[0]?.replace("paragraph: ", "");
const found = (inner: string) => importWord({ body: line(inner) }).findings;

describe("signs of symbol fonts", () => {
  it("IM-64 the usual ones are characters, wherever their codes are counted", () => {
    const wingdings = (...codes: string[]) => codes.map((code) => sign("Wingdings", code)).join("");
    const boxes = wingdings("00FC", "F0FC", "F06E", "F06F", "F06C", "F0A1", "F0D8", "F0FE", "F0A8", "FD");
    expect(textOf(boxes)).toBe("✓✓■□●○➢☑☐☒");
    expect(textOf(sign("Wingdings 2", "F052") + sign("Wingdings 2", "00A3"))).toBe("☑□");
    expect(textOf(sign("Symbol", "F0D6") + sign("symbol", "F0B3") + sign("Symbol", "F062"))).toBe("√≥β");
    expect(textOf(sign("宋体", "2460"))).toBe("①");
    expect(found(boxes)).toEqual([]);
  });

  it("IM-64 they are so in a run of such a font too", () => {
    const fonts = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:eastAsia="仿宋"/>';
    const body = r("\uf0fc已完成", fonts) + r("\uf0d8下一步", fonts);
    expect(textOf(body)).toBe("✓已完成➢下一步");
    expect(found(body)).toEqual([]);
  });

  it("IM-64 what isn't known is told with the words beside it", () => {
    const told = (where: string) => [{ kind: "unknown-character", count: 1, where: [where] }];
    expect(textOf(r("项目") + sign("Wingdings", "F0FF"))).toBe("项目\ufffd");
    expect(found(r("项目") + sign("Wingdings", "F0FF"))).toEqual(told("项目"));
    expect(found(sign("MT Extra", "F04C") + r("后文"))).toEqual(told("后文"));
    expect(textOf(r("人名\ue863。"))).toBe("人名\ue863。");
    expect(importWord({ body: p("前") + p("人名\ue863。") }).findings).toEqual(told("人名\ue863。"));
  });
});

it("IM-85 blanks that keep words together are blanks, as in a text file and a web page", () => {
  const words = "工作\u00a0任务\u00a0GDP\u00a05%";
  const text = "工作 任务 GDP 5%";
  expect(linesOf({ body: p(words) })).toEqual([`paragraph: ${text}`]);
  for (const [name, content] of [
    ["a.txt", `${words}。`],
    ["a.md", `${words}。`],
    ["a.html", `<p>${words}。</p>`],
  ] as const) {
    const outcome = readFile({ bytes: new TextEncoder().encode(content), name, encoding: null });
    expect(outcome.ok && nodeText(outcome.file.text.document), name).toBe(`${text}。`);
  }
});
