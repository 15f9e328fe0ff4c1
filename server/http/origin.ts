/** Whether a request comes from our own pages. */

/** The host of a header value under a scheme, default port dropped, or null for nonsense. */
function normalHost(scheme: string, host: string): string | null {
  try {
    return new URL(`${scheme}//${host}`).host;
  } catch {
    return null;
  }
}

/**
 * True when `origin` names the host that was asked, or PUBLIC_URL. A missing Origin is refused:
 * every browser sends one with a state-changing request and with a WebSocket. Hosts are compared, not
 * schemes, because behind a TLS proxy without TRUST_PROXY the scheme isn't known.
 */
export function isOwnOrigin(
  origin: string | null | undefined,
  host: string,
  publicUrl: string | undefined,
): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.protocol !== "http:" && from.protocol !== "https:") return false;
  if (publicUrl !== undefined && from.host === new URL(publicUrl).host) return true;
  return from.host === normalHost(from.protocol, host);
}
