/** Speeches as the pages that they'd print, while they're written. Decides access itself, from `actor`. */
import { AppError } from "@/core/errors";
import type { PaperStyleId } from "@/core/house-style";
import type { SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import type { Preview } from "@/core/preview";
import type { Database } from "../db/database";
import type { Previewing } from "../export/preview/previewing";
import { paperOf } from "./house-styles";
import type { LiveTexts } from "./ports";
import { requireOnSpeech, speechFor } from "./speech-row";

export interface PreviewService {
  /**
   * Of the clean copy, as the text is now; `invalid-input` for a layout that is gone. It isn't on the
   * record: no file leaves, and who may see it reads the same words in the editor.
   */
  read(actor: Person, speechId: SpeechId, style: PaperStyleId): Promise<Preview>;
  /** SVG; `not-found` for a page that the speech doesn't have, or not any more. */
  page(actor: Person, speechId: SpeechId, page: PageRef): Promise<Uint8Array>;
}

export interface PageRef {
  readonly style: PaperStyleId;
  readonly hash: string;
}

export interface PreviewDependencies {
  readonly database: Database;
  readonly texts: LiveTexts;
  readonly previewing: Pick<Previewing, "speech" | "page">;
}

export function createPreviewService({ database, texts, previewing }: PreviewDependencies): PreviewService {
  /** A page is found under its own speech only, whoever knows its hash. */
  const keyOf = (speechId: SpeechId, style: PaperStyleId) => `${speechId} ${style}`;

  async function layoutFor(actor: Person, speechId: SpeechId, style: PaperStyleId) {
    return database.query(async (queries) => {
      const row = await speechFor(queries, actor.id, speechId);
      requireOnSpeech(row, "export");
      const { paper } = await paperOf(queries, style);
      return { paper, numberingStyle: row.numbering_style };
    });
  }

  async function read(actor: Person, speechId: SpeechId, style: PaperStyleId): Promise<Preview> {
    const layout = await layoutFor(actor, speechId, style);
    return previewing.speech(keyOf(speechId, style), async () => ({
      ...layout,
      update: await texts.textOf(speechId),
    }));
  }

  return {
    read,
    async page(actor, speechId, { style, hash }) {
      await layoutFor(actor, speechId, style);
      const find = () => previewing.page(keyOf(speechId, style), hash);
      const known = await find();
      if (known !== null) return known;
      // Another node made the list, or a process that has ended: the same text has the same pages here.
      await read(actor, speechId, style);
      const made = await find();
      if (made === null) throw new AppError("not-found");
      return made;
    },
  };
}
