/**
 * On to the page that was asked for. What followed a `#` in its address the server was never told; the browser has taken
 * it along to this page.
 */
export function goOnTo(path: string): void {
  window.location.assign(path + window.location.hash);
}
