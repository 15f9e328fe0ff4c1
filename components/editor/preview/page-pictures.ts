/** Pictures of pages, for <img>. As images they can't run, fetch or be clicked on. */
import type { PreviewLayout } from "@/core/preview";

export interface PageName {
  readonly layout: PreviewLayout;
  readonly hash: string;
}

/** What is seen, and a few screens around it. */
const KEPT = 24;

export class PagePictures {
  readonly #load: (page: PageName) => Promise<Blob>;
  /** Least recently asked for first. */
  readonly #pages = new Map<string, Promise<Blob>>();

  constructor(load: (page: PageName) => Promise<Blob>) {
    this.#load = load;
  }

  /** The picture, ready to be shown. */
  async picture(page: PageName): Promise<HTMLImageElement> {
    const picture = new Image();
    picture.alt = "";
    const loaded = await this.#page(page);
    // Taking a page's shapes in holds the browser up: not between two key presses.
    await idle();
    // An address of its own: one that pictures share could be freed, by `clear` or for newer pages,
    // before this one has read it. Once read, a picture needs its address no more.
    const address = URL.createObjectURL(loaded);
    try {
      picture.src = address;
      await picture.decode();
    } finally {
      URL.revokeObjectURL(address);
    }
    return picture;
  }

  /** Lets go of what was loaded. */
  readonly clear = (): void => this.#pages.clear();

  #page(page: PageName): Promise<Blob> {
    const name = `${page.layout} ${page.hash}`;
    const loaded = this.#pages.get(name) ?? this.#load(page);
    this.#pages.delete(name);
    this.#pages.set(name, loaded);
    // Asked for again, it is fetched again.
    loaded.catch(() => this.#pages.delete(name));
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= KEPT) break;
      this.#pages.delete(oldest);
    }
    return loaded;
  }
}

/** Safari has no requestIdleCallback. */
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 300 });
    else resolve();
  });
