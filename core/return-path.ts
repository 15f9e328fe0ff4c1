/** The address of a page that leads on to `path` once it is done; to the home page it leads without being told. */
export function leadingTo(page: string, path: string): string {
  return path === "/" ? page : `${page}?next=${encodeURIComponent(path)}`;
}

/**
 * Where to go after signing in, from the address bar. Only a path of this site: an address like
 * `//elsewhere` or `/\elsewhere` would take a fresh session's owner to somebody else's page.
 */
export function returnPath(next: string | readonly string[] | undefined): string {
  if (typeof next !== "string" || !/^\/(?![/\\])/.test(next)) return "/";
  const url = parse(next);
  // Judged once more: `/.//elsewhere` begins with two slashes only once its dots are resolved.
  if (url === null || url.origin !== ORIGIN || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}`;
}

/** Stands for our own origin, whatever it is: only the comparison matters. */
const ORIGIN = "http://lectern.invalid";

function parse(path: string): URL | null {
  return URL.canParse(path, ORIGIN) ? new URL(path, ORIGIN) : null;
}
