/** What the preview process does with an order: a speech as a list of pages, or the picture of one. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import * as Y from "yjs";
import type { DocumentNode } from "@/core/document/schema";
import { createSharedDocument } from "@/core/document/shared-document";
import type { PageRange, Preview } from "@/core/preview";
import { documentIn } from "../../sync/snapshot";
import type { Typesetter } from "../pdf/typesetter";
import { KeptPages } from "./kept-pages";
import { pagePicture } from "./page-picture";
import { paperPages } from "./paper-pages";
import type { PageOrder, PreviewAnswer, PreviewOrder, SpeechOrder } from "./previewing";
import { readingPages } from "./reading-pages";
import { svgPages } from "./svg-pages";

/** Of gzip: 6 ms for 540 kB where its usual 6 takes 30 and makes a fifth less of it. */
const QUICK = 1;

export function fillPreviewOrders(typesetter: Typesetter): (order: PreviewOrder) => PreviewAnswer {
  const kept = new KeptPages();
  /** Of all pages: a letter in one font and size is drawn alike in every speech. */
  const outlines = new Map<string, string>();

  function speech({ key, update, layout, numberingStyle, near }: SpeechOrder): Preview {
    const source = createHash("sha256")
      .update(JSON.stringify([layout, numberingStyle]))
      .update(update)
      .digest("base64");
    const latest = kept.latest(key);
    const known = latest?.source === source ? latest.preview : null;
    if (known !== null && hasAll(known, near)) return known;
    const before = latest?.blocks ?? null;
    const text = documentOf(update);
    const { document, blocks, isDrawn, endOf, ...made } =
      layout.kind === "paper"
        ? paperPages(
            typesetter,
            text,
            { paper: layout.paper, numberingStyle },
            near === null || before === null ? null : { near, before },
          )
        : readingPages(typesetter, text, { size: layout.size, numberingStyle });
    const pages = svgPages(typesetter.svg(document), document.numOfPages, outlines);
    const preview = {
      ...made,
      pages: pages.map(({ hash }, page) => (isDrawn(page) ? hash : (known?.pages[page] ?? null))),
      ...endOf(pages.at(-1)),
    };
    kept.keep(key, { source, preview, blocks }, pages);
    return preview;
  }

  function page({ key, hash }: PageOrder): Uint8Array | null {
    const known = kept.page(key, hash);
    if (known === null) return null;
    return gzipSync(pagePicture(known.source, known, outlines), { level: QUICK });
  }

  return (order) => (order.kind === "speech" ? speech(order) : page(order));
}

/** Whether it has each of these pages that the paper has. */
function hasAll({ pages }: Preview, near: readonly PageRange[] | null): boolean {
  const isNear = (page: number) => near === null || near.some(({ from, to }) => from <= page && page <= to);
  return pages.every((hash, page) => hash !== null || !isNear(page));
}

function documentOf(update: Uint8Array): DocumentNode {
  const doc = createSharedDocument();
  try {
    Y.applyUpdate(doc, update);
    return documentIn(doc);
  } finally {
    doc.destroy();
  }
}
