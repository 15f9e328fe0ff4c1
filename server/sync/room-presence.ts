/**
 * Who is where in one room. Clients say where their caret is; name and colour are written here, from
 * the session. Changes are collected and leave together with the next frame. Clients of other nodes
 * are kept beside the own ones; their node has written their names.
 */
import { AppError } from "@/core/errors";
import { LIMITS } from "@/core/limits";
import { colorOf, type PresentUser, presenceIn } from "@/core/presence";
import { type AwarenessEntry, awarenessBody, decodeAwareness, encodeAwareness } from "./awareness-message";
import type { ClientOwners } from "./client-owners";
import { presenceFields } from "./client-presence";
import type { Participant } from "./ports";

interface ClientState {
  /** The connection, or the name of the other node. */
  readonly owner: object | string;
  readonly clock: number;
  readonly json: string;
}

/** What another node said of its clients: of those that changed, or of all that it has. */
interface Heard {
  readonly node: string;
  /** The message, with its type. */
  readonly awareness: Uint8Array;
  readonly isAll: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

export class RoomPresence {
  private readonly states = new Map<number, ClientState>();
  private readonly changed = new Set<number>();
  /** Clients that left since the last frame, with the clock that ends them. */
  private readonly left = new Map<number, number>();
  /** When each other node was last heard of, epoch milliseconds. */
  private readonly nodes = new Map<string, number>();
  /** Who somebody is, as JSON: the same with every caret. */
  private readonly users = new WeakMap<Participant, string>();
  /** Under which ids each socket has shown a caret. */
  private readonly idsOf = new WeakMap<object, Set<number>>();

  /**
   * Takes in what one socket reports. Entries for other clients' ids are passed over: y-websocket
   * repeats to the server what it heard. Returns whether something is to be told to the room. Throws
   * `too-many-requests` for one id after another: each stays in every page that was told of it.
   */
  report(
    owner: object,
    participant: Participant,
    entries: readonly AwarenessEntry[],
    owners: Pick<ClientOwners, "mayUse" | "announce">,
  ): boolean {
    let news = false;
    for (const entry of entries) {
      const known = this.states.get(entry.clientId);
      const own = known?.owner === owner ? known : undefined;
      if (own === undefined && !this.mayShow(owner, participant, entry, known, owners)) continue;
      if (own === undefined && presenceFields(entry.state) !== null) this.countId(owner, entry.clientId);
      if (!this.take(owner, participant, entry, own)) continue;
      if (own === undefined) owners.announce(entry.clientId, participant.personId);
      news = true;
    }
    return news;
  }

  /** Under an id that isn't this socket's yet: one's own, or free, which a page brings along from where it was. */
  private mayShow(
    owner: object,
    { personId }: Participant,
    { clientId, clock }: AwarenessEntry,
    known: ClientState | undefined,
    owners: Pick<ClientOwners, "mayUse">,
  ): boolean {
    if (known !== undefined && clock <= known.clock) return false;
    if (!owners.mayUse(clientId, personId)) return false;
    // One caret a socket: else one client could fill the room with invented colleagues.
    return this.clientOf(owner) === undefined;
  }

  private countId(owner: object, clientId: number): void {
    const ids = this.idsOf.get(owner) ?? new Set();
    this.idsOf.set(owner, ids.add(clientId));
    if (ids.size > LIMITS.caretIdsPerSocket) throw new AppError("too-many-requests", "carets of one socket");
  }

  private take(
    owner: object,
    participant: Participant,
    entry: AwarenessEntry,
    known: ClientState | undefined,
  ): boolean {
    if (entry.state === null) return known !== undefined && this.remove(entry.clientId, entry.clock);
    if (known !== undefined && entry.clock <= known.clock) return false;
    const fields = presenceFields(entry.state);
    if (fields === null) return false;
    const json = `{${fields},"user":${this.userOf(participant)}}`;
    this.states.set(entry.clientId, { owner, clock: entry.clock, json });
    // A mere renewal goes out with the next full round (encodeAll), not at once.
    if (known?.json === json) return false;
    this.left.delete(entry.clientId);
    this.changed.add(entry.clientId);
    return true;
  }

  private userOf(participant: Participant): string {
    const known = this.users.get(participant);
    if (known !== undefined) return known;
    const { personId: id, name } = participant;
    const json = JSON.stringify({ id, name, color: colorOf(id) } satisfies PresentUser);
    this.users.set(participant, json);
    return json;
  }

  /** Forgets a socket that closed. Returns whether something is to be told to the room. */
  leave(owner: object): boolean {
    const clientId = this.clientOf(owner);
    if (clientId === undefined) return false;
    return this.remove(clientId, this.states.get(clientId)?.clock ?? 0);
  }

  private remove(clientId: number, clock: number): boolean {
    this.states.delete(clientId);
    this.changed.delete(clientId);
    this.left.set(clientId, clock);
    return true;
  }

  private clientOf(owner: object): number | undefined {
    for (const [clientId, state] of this.states) if (state.owner === owner) return clientId;
    return undefined;
  }

  /** The own clients' changes since the last call as one message, or null when there are none. */
  takeChanges(): Uint8Array | null {
    if (this.changed.size === 0 && this.left.size === 0) return null;
    const entries: [number, number, string][] = [];
    for (const clientId of this.changed) {
      const state = this.states.get(clientId);
      if (state !== undefined) entries.push([clientId, state.clock, state.json]);
    }
    for (const [clientId, clock] of this.left) entries.push([clientId, clock, "null"]);
    this.changed.clear();
    this.left.clear();
    return encodeAwareness(entries);
  }

  /** Everybody's state as one message; valid, and a sign of life, with nobody in it too. */
  encodeAll(): Uint8Array {
    return this.encode(() => true);
  }

  /** The state of this node's own clients, for the other nodes. */
  encodeOwn(): Uint8Array {
    return this.encode(({ owner }) => typeof owner !== "string");
  }

  private encode(select: (state: ClientState) => boolean): Uint8Array {
    const selected = [...this.states].filter(([, state]) => select(state));
    return encodeAwareness(selected.map(([clientId, { clock, json }]) => [clientId, clock, json]));
  }

  /** Takes in what another node says of its clients; the message that tells what is new of it, or null. */
  merge({ node, awareness, isAll, at }: Heard, owners: Pick<ClientOwners, "announce">): Uint8Array | null {
    this.nodes.set(node, at);
    const entries = decodeAwareness(awarenessBody(awareness));
    const news: [number, number, string][] = [];
    for (const { clientId, clock, state } of entries) {
      const known = this.states.get(clientId);
      // Somebody who went from that node to another one, or to this one, is known better there.
      const isOlder =
        known !== undefined && (known.owner === node ? clock < known.clock : clock <= known.clock);
      if (isOlder || (state === null && known?.owner !== node)) continue;
      const json = JSON.stringify(state);
      if (state === null) this.states.delete(clientId);
      else this.states.set(clientId, { owner: node, clock, json });
      const user = presenceIn(state)?.user;
      // Here too nobody else may write under it; see ClientOwners.
      if (user !== undefined) owners.announce(clientId, user.id);
      if (known?.json !== json) news.push([clientId, clock, json]);
    }
    if (isAll) news.push(...this.forget(node, new Set(entries.map(({ clientId }) => clientId))));
    return news.length === 0 ? null : encodeAwareness(news);
  }

  /** Takes the clients of a node off, those that it still has apart. */
  private forget(node: string, remaining: ReadonlySet<number>): [number, number, string][] {
    const gone = [...this.states].filter(([id, { owner }]) => owner === node && !remaining.has(id));
    for (const [clientId] of gone) this.states.delete(clientId);
    return gone.map(([clientId, { clock }]) => [clientId, clock, "null"]);
  }

  /** Forgets the clients of nodes not heard of since; the message that says so, or null. */
  forgetSilentNodes(since: number): Uint8Array | null {
    const silent = [...this.nodes].filter(([, heardAt]) => heardAt < since).map(([node]) => node);
    for (const node of silent) this.nodes.delete(node);
    const gone = silent.flatMap((node) => this.forget(node, new Set()));
    return gone.length === 0 ? null : encodeAwareness(gone);
  }
}
