/** How long the preview takes from an edit to the changed page's picture, and what the server's thread notices. */
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { prosemirrorJSONToYDoc } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { documentSchema, FRAGMENT } from "@/core/document/schema";
import { paperPreset } from "@/core/paper/preset";
import { countDocument } from "@/core/text/count";
import { createPreviewing, type PagesLayout } from "@/server/export/preview/previewing";
import type { Random } from "../../helpers/random";
import { speechOf } from "../versions/speech-of";

const LENGTHS = [6_000, 30_000];
const LAYOUTS: Readonly<Record<string, PagesLayout>> = {
  preview: { kind: "paper", paper: paperPreset("gbt9704") },
  "preview of the reading copy": { kind: "reading", size: 22 },
};
const ROUNDS = 15;
/** Together with the page's own pause, which is 200 ms. */
const AIM_MS = 1000;
const PAUSE_MS = 200;

/** A letter is typed in the middle of the speech each time, as somebody who writes does. */
export async function measurePreview(random: Random): Promise<void> {
  const previewing = createPreviewing({ fontDir: undefined });
  try {
    for (const length of LENGTHS)
      for (const [name, layout] of Object.entries(LAYOUTS)) {
        const document = speechOf(length, random);
        const doc = prosemirrorJSONToYDoc(documentSchema(), document, FRAGMENT);
        const key = `${name} ${length}`;
        const read = async () => ({
          update: Y.encodeStateAsUpdate(doc),
          layout,
          numberingStyle: "nested" as const,
        });
        const first = performance.now();
        let { pages } = await previewing.speech(key, read);
        const opening = performance.now() - first;
        type(doc);
        const edited = (await previewing.speech(key, read)).pages;
        // What somebody who writes has before them.
        const written = edited.findIndex((hash, page) => hash !== pages[page]);
        const near = { from: written - 1, to: written + 1 };
        pages = edited;
        const times: number[] = [];
        const delay = monitorEventLoopDelay({ resolution: 1 });
        delay.enable();
        for (let round = 0; round < ROUNDS; round += 1) {
          type(doc);
          const start = performance.now();
          const next = await previewing.speech(key, read, near);
          const changed = next.pages.find((hash) => hash !== null && !pages.includes(hash)) ?? null;
          if (changed === null) throw new Error("an edit that changed no page");
          await previewing.page(key, changed);
          times.push(performance.now() - start);
          ({ pages } = next);
        }
        delay.disable();
        times.sort((one, other) => one - other);
        const median = times[ROUNDS >> 1] ?? 0;
        const slowest = times.at(-1) ?? 0;
        console.log(
          `  ${name} of ${countDocument(document).characters} characters, ${pages.length} pages: first ${opening.toFixed(0)} ms, after an edit ${median.toFixed(0)} ms, at most ${slowest.toFixed(0)} ms; with the page's pause of ${PAUSE_MS} ms ${(median + PAUSE_MS).toFixed(0)} of the ${AIM_MS} ms aimed at; the server's own loop is held up at most ${(delay.max / 1e6).toFixed(1)} ms`,
        );
        doc.destroy();
      }
  } finally {
    await previewing.close();
  }
}

/** Into the longest block of the middle third. */
function type(doc: Y.Doc): void {
  const blocks = doc.getXmlFragment(FRAGMENT).toArray();
  const texts = blocks
    .slice(Math.floor(blocks.length / 3), Math.ceil((blocks.length * 2) / 3))
    .flatMap((block) => (block instanceof Y.XmlElement ? block.toArray() : []))
    .filter((child) => child instanceof Y.XmlText);
  const [longest] = texts.sort((one, other) => other.length - one.length);
  longest?.insert(Math.floor(longest.length / 2), "字");
}
