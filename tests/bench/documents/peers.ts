/** Other programs that do the same, where they are installed. Each is measured with its start: they can't be asked otherwise. */
import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { DocumentNode } from "@/core/document/schema";
import { nodeText } from "@/core/text/count";

export interface PeerInput {
  readonly document: DocumentNode;
  /** Our own Word file of it. */
  readonly docx: Uint8Array;
  /** What ours took, milliseconds. */
  readonly docxMs: number;
  readonly pdfMs: number;
}

interface Task {
  readonly what: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly made: string;
  readonly oursMs: number | null;
}

/** @param folder for their files */
export function measurePeers({ document, docx, docxMs, pdfMs }: PeerInput, folder: string): void {
  const html = (document.content ?? []).map((block) => `<p>${escaped(nodeText(block))}</p>`).join("\n");
  writeFileSync(join(folder, "text.html"), `<!doctype html><meta charset="utf-8"><title>text</title>${html}`);
  writeFileSync(join(folder, "ours.docx"), docx);
  const libreOffice = (to: string, from: string) => [
    "--headless",
    "--convert-to",
    to,
    "--outdir",
    folder,
    from,
  ];
  const tasks: readonly Task[] = [
    {
      what: "LibreOffice, HTML to Word",
      command: "soffice",
      args: libreOffice("docx:MS Word 2007 XML", join(folder, "text.html")),
      made: "text.docx",
      oursMs: docxMs,
    },
    {
      what: "LibreOffice, our Word file to PDF",
      command: "soffice",
      args: libreOffice("pdf", join(folder, "ours.docx")),
      made: "ours.pdf",
      oursMs: pdfMs,
    },
    {
      what: "pandoc, HTML to Word",
      command: "pandoc",
      args: [join(folder, "text.html"), "-o", join(folder, "pandoc.docx")],
      made: "pandoc.docx",
      oursMs: docxMs,
    },
    {
      what: "pandoc, our Word file to plain text",
      command: "pandoc",
      args: [
        join(folder, "ours.docx"),
        "--track-changes=all",
        "-t",
        "plain",
        "-o",
        join(folder, "pandoc.txt"),
      ],
      made: "pandoc.txt",
      oursMs: null,
    },
  ];
  for (const task of tasks) measurePeer(task, folder);
}

function measurePeer({ what, command, args, made, oursMs }: Task, folder: string): void {
  console.log(`  ${what}${outcomeOf()}`);

  function outcomeOf(): string {
    const start = performance.now();
    const run = spawnSync(command, args, { env: { ...process.env, HOME: folder }, stdio: "ignore" });
    const took = performance.now() - start;
    if (run.error !== undefined) return `: ${command} isn't on this machine`;
    if (run.status !== 0) return `: failed with ${run.status ?? run.signal}`;
    const kilobytes = (statSync(join(folder, made)).size / 1024).toFixed(0);
    const ratio = oursMs === null ? "" : ` (ours / its ${(oursMs / took).toFixed(3)})`;
    return `, its start included: ${took.toFixed(0)} ms, ${kilobytes} kB${ratio}`;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
