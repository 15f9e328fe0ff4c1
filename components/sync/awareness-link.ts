/**
 * Two narrow views on awareness. Towards the server only this client's own changes go out:
 * y-websocket would echo everybody's. Towards the caret plugin everything stands still while
 * somebody composes: a caret widget drawn into the composing text node would end the composition,
 * and the own caret's place can't be told while the editor is ahead of the shared document.
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";
import { presenceIn } from "@/core/presence";
import { MESSAGE_AWARENESS } from "@/core/protocol";
import type { Later } from "./after-paint";
import type { CompositionHold } from "./composition-hold";

/** Replaces y-websocket's awareness listener by one that sends local changes only, the newest for each frame. */
export function tellOwnPresence(provider: WebsocketProvider, painted: Later): void {
  const { awareness } = provider;
  awareness.off("update", provider._awarenessUpdateHandler);
  const sendOwn = () => {
    if (!provider.wsconnected) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
    provider.ws?.send(encoding.toUint8Array(encoder));
  };
  awareness.on("update", (_changes: unknown, origin: unknown) => {
    if (origin === "local") painted.run(sendOwn);
  });
}

/** Takes what the server tells of everybody, of the own name and colour too. */
export function takePresence(provider: WebsocketProvider, update: Uint8Array): void {
  const { awareness } = provider;
  const told = toldIn(update);
  countAsHeard(awareness, told);
  applyAwarenessUpdate(awareness, update, provider);
  for (const { clientId, state } of told) if (clientId === awareness.clientID) adoptOwnUser(awareness, state);
}

/** What an awareness update tells of one client. */
interface Told {
  readonly clientId: number;
  readonly clock: number;
  readonly state: unknown;
}

function toldIn(update: Uint8Array): readonly Told[] {
  const decoder = decoding.createDecoder(update);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    clientId: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    state: JSON.parse(decoding.readVarString(decoder)),
  }));
}

/**
 * Whom the server names is here; who leaves is told. y-protocols passes over a state whose clock it knows: whoever is
 * named again after a lost connection would be missing, and who says nothing new, as from a hidden tab, would be
 * forgotten after half a minute.
 */
function countAsHeard({ clientID, meta, states }: Awareness, told: readonly Told[]): void {
  for (const { clientId, clock, state } of told) {
    if (state === null || clientId === clientID || meta.get(clientId)?.clock !== clock) continue;
    if (states.has(clientId)) meta.set(clientId, { clock, lastUpdated: Date.now() });
    else meta.delete(clientId);
  }
}

/** y-protocols passes over the echo of one's own state: it isn't newer. Its `user` is news all the same. */
function adoptOwnUser(awareness: Awareness, state: unknown): void {
  const user = presenceIn(state)?.user;
  const local = awareness.getLocalState();
  if (user === undefined || local === null) return;
  if (JSON.stringify(local.user) !== JSON.stringify(user)) awareness.setLocalStateField("user", user);
}

type AwarenessListener = (...args: unknown[]) => void;

/** What y-protocols tells with both of its events: client ids. */
interface AwarenessChanges {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

const isOnly = ({ added, updated, removed }: AwarenessChanges, clientId: number): boolean =>
  [added, updated, removed].every((ids) => ids.every((id) => id === clientId));

/** What y-tiptap's caret plugin and Tiptap's caret extension use of an Awareness. */
export class CaretAwareness {
  readonly #gated = new Map<AwarenessListener, AwarenessListener>();
  #stale = false;

  constructor(
    private readonly awareness: Awareness,
    private readonly hold: CompositionHold,
  ) {
    hold.onRelease("carets", () => {
      if (!this.#stale) return;
      this.#stale = false;
      for (const gated of this.#gated.values()) gated();
    });
  }

  get clientID(): number {
    return this.awareness.clientID;
  }

  get states(): Map<number, Record<string, unknown>> {
    return this.awareness.states;
  }

  getStates(): Map<number, Record<string, unknown>> {
    return this.awareness.getStates();
  }

  getLocalState(): Record<string, unknown> | null {
    return this.awareness.getLocalState();
  }

  setLocalStateField(field: string, value: unknown): void {
    // `user` is the server's to write; `cursor` would be told in letters that nobody else has.
    if (field === "user" || this.hold.active) return;
    this.awareness.setLocalStateField(field, value);
  }

  on(event: "change" | "update", listener: AwarenessListener): void {
    const gated = (...args: unknown[]) => {
      const [changes] = args as [AwarenessChanges?];
      // One's own caret isn't drawn; without this every key press would draw everybody's anew.
      if (changes !== undefined && isOnly(changes, this.clientID)) return;
      if (this.hold.active) this.#stale = true;
      else listener(...args);
    };
    this.#gated.set(listener, gated);
    this.awareness.on(event, gated);
  }

  off(event: "change" | "update", listener: AwarenessListener): void {
    const gated = this.#gated.get(listener);
    if (gated === undefined) return;
    this.#gated.delete(listener);
    this.awareness.off(event, gated);
  }
}
