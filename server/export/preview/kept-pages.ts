/**
 * The pages of the speeches that are being looked at. A page is asked for after the list that names it,
 * maybe when somebody typed on: the last few lists' pages stay. Pages that stay the same are held once.
 */
import type { Preview } from "@/core/preview";
import type { BlockPages } from "./block-pages";
import type { SvgPage } from "./svg-pages";

/** A speech in one layout. */
export interface KeptSpeech {
  /** Of what it was made from. */
  readonly source: string;
  readonly preview: Preview;
  /** Where its blocks stand; null where that isn't told. */
  readonly blocks: BlockPages | null;
}

/** Ten people who look at ten speeches at once; a hundred pages are about 6 MB. */
const MOST_SPEECHES = 16;
const KEPT_LISTS = 4;

interface Entry {
  latest: KeptSpeech;
  /** Of each page the last hash that it was known by. */
  recent: Preview["pages"];
  /** Newest first. */
  lists: readonly ReadonlyMap<string, Buffer>[];
}

export class KeptPages {
  /** Least recently asked for first. */
  readonly #entries = new Map<string, Entry>();

  latest(key: string): KeptSpeech | null {
    return this.#touched(key)?.latest ?? null;
  }

  /** `pages`: those that the list names, and maybe others. More pages of the same source join its list. */
  keep(key: string, latest: KeptSpeech, pages: readonly SvgPage[]): void {
    const entry = this.#entries.get(key);
    const known = entry?.lists ?? [];
    const before = known[0];
    const same = entry?.latest.source === latest.source ? before : undefined;
    const made = new Map(pages.map(({ hash, source }) => [hash, source]));
    // Whoever looks elsewhere may still fetch what this list doesn't name.
    const recent = latest.preview.pages.map((hash, page) => hash ?? entry?.recent[page] ?? null);
    const list = new Map(same);
    for (const hash of recent) {
      const source = hash === null ? undefined : (before?.get(hash) ?? made.get(hash));
      if (hash !== null && source !== undefined) list.set(hash, source);
    }
    const older = same === undefined ? known.slice(0, KEPT_LISTS - 1) : known.slice(1);
    this.#entries.delete(key);
    this.#entries.set(key, { latest, recent, lists: [list, ...older] });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MOST_SPEECHES) break;
      this.#entries.delete(oldest);
    }
  }

  /** With the size of the paper. */
  page(key: string, hash: string): (Pick<Preview, "page"> & { readonly source: Buffer }) | null {
    const entry = this.#touched(key);
    for (const list of entry?.lists ?? []) {
      const source = list.get(hash);
      if (entry !== undefined && source !== undefined) return { source, page: entry.latest.preview.page };
    }
    return null;
  }

  #touched(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }
}
