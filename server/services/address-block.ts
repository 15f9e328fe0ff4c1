/** What counts as one address when failures are counted. */
import { isIPv6 } from "node:net";

const GROUPS = 8;
/** A provider gives every household a /64 at least: within it an address costs nothing. */
const NETWORK_GROUPS = 4;

/**
 * An IPv6 address's /64 network; any other address as it is, without IPv6's wrapping of IPv4. Some proxies
 * write the client's port behind it, another with every connection.
 */
export function addressBlock(given: string): string {
  const address = withoutPort(given);
  const wrapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (wrapped !== undefined) return wrapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("%", 1)[0]?.split("::") ?? [];
  const before = groupsOf(head);
  const after = groupsOf(tail ?? "");
  const zeros = Array.from({ length: GROUPS - before.length - after.length }, () => 0);
  const network = [...before, ...zeros, ...after].slice(0, NETWORK_GROUPS);
  return `${network.map((group) => group.toString(16)).join(":")}::/64`;
}

/** IPv6 stands in brackets before a port (RFC 3986, section 3.2.2); without them its end is no port. */
function withoutPort(given: string): string {
  const [, bracketed, dotted] = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/.exec(given) ?? [];
  return bracketed ?? dotted ?? given;
}

/** A dotted end stands for two groups, which are never part of the network. */
function groupsOf(part: string): number[] {
  if (part === "") return [];
  return part.split(":").flatMap((group) => (group.includes(".") ? [0, 0] : [Number.parseInt(group, 16)]));
}
