/**
 * The server's time as this page knows it. An office's computer may be hours or years off; a suggestion that is
 * dated by it, and what is shown as today's or as overdue, would be wrong for everybody or for its user.
 */

/** By how much the server's clock is ahead of this computer's, ms. Set in the browser only: a server has its own. */
let ahead = 0;

/** A Date header tells whole seconds; less than this, and the time that the answer took, isn't a difference, ms. */
const TOLERANCE_MS = 2000;

/** When a request went out and its answer began to come, on this page's own scale (performance.now()), ms. */
interface Way {
  readonly askedAt: number;
  readonly answeredAt: number;
}

/** Epoch milliseconds by the server's clock. */
export function serverNow(): number {
  return Date.now() + ahead;
}

/**
 * Takes the time from an answer's Date header (RFC 9110, 6.6.1). Heard with each answer, since somebody may put
 * this computer's clock right in between.
 */
export function hearServerTime(date: string | null, way: Way): void {
  hear(Date.parse(date ?? ""), way);
}

/** Takes the time, in epoch milliseconds, at which the server made this page. */
export function hearServedTime(servedAt: number): void {
  if (typeof window === "undefined") return;
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (page !== undefined) hear(servedAt, { askedAt: page.requestStart, answeredAt: page.responseStart });
}

function hear(toldAt: number, { askedAt, answeredAt }: Way): void {
  if (Number.isNaN(toldAt)) return;
  const now = toldAt + performance.now() - answeredAt;
  if (Math.abs(now - serverNow()) <= TOLERANCE_MS + answeredAt - askedAt) return;
  // Whole milliseconds, as times are stored.
  ahead = Math.round(now - Date.now());
}
