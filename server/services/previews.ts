/** Speeches as the pages that they'd print, while they're written. Decides access itself, from `actor`. */
import { AppError } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Person } from "@/core/person";
import { layoutOf, type PageRange, type Preview, type PreviewLayout } from "@/core/preview";
import type { Database } from "../db/database";
import type { Previewing } from "../export/preview/previewing";
import { paperOf } from "./house-styles";
import type { LiveTexts } from "./ports";
import { requireOnSpeech, speechFor } from "./speech-row";
import { createTurns } from "./turns";

export interface PreviewService {
  /**
   * Of the text as it is now; `invalid-input` for a layout that is gone. `near`: the pages that must be drawn; all
   * when left out. It isn't on the record: no file leaves, and who may see it reads the same words in the editor.
   */
  read(actor: Person, speechId: SpeechId, layout: PreviewLayout, near?: PageRange): Promise<Preview>;
  /** SVG in gzip; `not-found` for a page that the speech doesn't have, or not any more. */
  page(actor: Person, speechId: SpeechId, page: PageRef): Promise<Uint8Array>;
}

export interface PageRef {
  readonly layout: PreviewLayout;
  readonly hash: string;
}

export interface PreviewDependencies {
  readonly database: Database;
  readonly texts: LiveTexts;
  readonly previewing: Pick<Previewing, "speech" | "page">;
}

export function createPreviewService({ database, texts, previewing }: PreviewDependencies): PreviewService {
  /** A page is found under its own speech only, whoever knows its hash. */
  const keyOf = (speechId: SpeechId, layout: PreviewLayout) => `${speechId} ${layout}`;

  const inTurn = createTurns(LIMITS.previewsPerPerson);

  async function pagesFor(actor: Person, speechId: SpeechId, layout: PreviewLayout) {
    return database.query(async (queries) => {
      const row = await speechFor(queries, actor.id, speechId);
      requireOnSpeech(row, "export");
      const named = layoutOf(layout);
      if (named.kind === "reading") return { layout: named, numberingStyle: row.numbering_style };
      const { paper } = await paperOf(queries, named.style);
      return { layout: { kind: "paper", paper } as const, numberingStyle: row.numbering_style };
    });
  }

  const read: PreviewService["read"] = async (actor, speechId, layout, near) => {
    const asked = await pagesFor(actor, speechId, layout);
    const key = keyOf(speechId, layout);
    const make = () =>
      previewing.speech(key, async () => ({ ...asked, update: await texts.textOf(speechId) }), near);
    return inTurn(actor.id, make, key);
  };

  return {
    read,
    async page(actor, speechId, { layout, hash }) {
      await pagesFor(actor, speechId, layout);
      const find = () => previewing.page(keyOf(speechId, layout), hash);
      const known = await find();
      if (known !== null) return known;
      // Another node made the list, or a process that has ended: the same text has the same pages here.
      await read(actor, speechId, layout);
      const made = await find();
      if (made === null) throw new AppError("not-found");
      return made;
    },
  };
}
