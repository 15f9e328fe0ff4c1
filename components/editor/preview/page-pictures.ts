/** Pictures of pages, as addresses for <img>. As images they can't run, fetch or be clicked on. */
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
  readonly #addresses = new Map<string, Promise<string>>();

  constructor(load: (page: PageName) => Promise<Blob>) {
    this.#load = load;
  }

  /** The picture, ready to be shown. */
  async picture(page: PageName): Promise<HTMLImageElement> {
    const picture = new Image();
    picture.alt = "";
    const address = await this.#address(page);
    // Taking a page's shapes in holds the browser up: not between two key presses.
    await idle();
    picture.src = address;
    await picture.decode();
    return picture;
  }

  /** Frees what was loaded. */
  readonly clear = (): void => {
    for (const name of [...this.#addresses.keys()]) this.#forget(name);
  };

  #address(page: PageName): Promise<string> {
    const name = `${page.layout} ${page.hash}`;
    const address = this.#addresses.get(name) ?? this.#load(page).then(URL.createObjectURL);
    this.#addresses.delete(name);
    this.#addresses.set(name, address);
    // Asked for again, it is fetched again.
    address.catch(() => this.#addresses.delete(name));
    for (const oldest of this.#addresses.keys()) {
      if (this.#addresses.size <= KEPT) break;
      this.#forget(oldest);
    }
    return address;
  }

  #forget(name: string): void {
    const address = this.#addresses.get(name);
    this.#addresses.delete(name);
    void address?.then(URL.revokeObjectURL, () => {});
  }
}

/** Safari has no requestIdleCallback. */
const idle = () =>
  new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: 300 });
    else resolve();
  });
