/** Pictures of pages, for <img>. As images they can't run, fetch or be clicked on. */
import type { Pace, PacedWork } from "@/components/sync/typing-pace";
import type { PreviewLayout } from "@/core/preview";

export interface PageName {
  readonly layout: PreviewLayout;
  readonly hash: string;
}

interface Waiting {
  readonly begin: () => void;
  readonly isWanted: () => boolean;
}

/** What is seen, and a few screens around it. */
const KEPT = 24;

export class PagePictures {
  readonly #load: (page: PageName) => Promise<Blob>;
  /** Least recently asked for first. */
  readonly #pages = new Map<string, Promise<Blob>>();
  /** Whoever has the next turn, in order. */
  #waiting: readonly Waiting[] = [];
  readonly #turns: PacedWork;

  /** Shows one picture per turn of `pace`: taking a page's shapes in and drawing them holds the browser up. */
  constructor(load: (page: PageName) => Promise<Blob>, pace: Pace) {
    this.#load = load;
    this.#turns = pace(() => {
      // Newer pages would come behind those that they took the place of.
      const [next, ...later] = this.#waiting.filter(({ isWanted }) => isWanted());
      this.#waiting = later;
      next?.begin();
      // In a task of its own: asked for in this one, it would have its turn at once where nobody types.
      if (later.length > 0) setTimeout(this.#turns.request);
    });
  }

  /** The picture, ready to be shown. Never comes once it isn't wanted any more. */
  async picture(page: PageName, isWanted: () => boolean): Promise<HTMLImageElement> {
    const picture = new Image();
    picture.alt = "";
    const loaded = await this.#page(page);
    await this.#turn(isWanted);
    // An address of its own: one that pictures share could be freed, by `stop` or for newer pages,
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

  /** Lets go of what was loaded, and of the pace. */
  stop(): void {
    this.#turns.stop();
    this.#pages.clear();
  }

  #turn(isWanted: () => boolean): Promise<void> {
    return new Promise((begin) => {
      this.#waiting = [...this.#waiting, { begin, isWanted }];
      this.#turns.request();
    });
  }

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
