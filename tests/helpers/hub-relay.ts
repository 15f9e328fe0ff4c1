/** Relays of several nodes in one process that lose messages when a test says so. */
import type { OfficeMessage, Relay, RoomMessage } from "@/server/sync/ports";

type RoomListener = (message: RoomMessage, node: string) => void;
type OfficeListener = (message: OfficeMessage, node: string) => void;

interface Node {
  readonly name: string;
  readonly rooms: Map<string, Set<RoomListener>>;
  readonly office: Set<OfficeListener>;
  readonly watchers: Set<(available: boolean) => void>;
  available: boolean;
}

export interface TestRelay extends Relay {
  /** Cuts this node off, or connects it again. */
  setAvailable(available: boolean): void;
}

/** @param isLost asked for every message to every node */
export function createHub(isLost: () => boolean = () => false) {
  const nodes: Node[] = [];

  function deliver(from: Node, send: (to: Node) => void): void {
    if (!from.available) return;
    for (const to of nodes) {
      // As over a network: later, and in order.
      if (to !== from && !isLost()) setImmediate(() => to.available && send(to));
    }
  }

  return {
    join(): TestRelay {
      const node: Node = {
        name: `node-${nodes.length}`,
        rooms: new Map(),
        office: new Set(),
        watchers: new Set(),
        available: true,
      };
      nodes.push(node);
      return {
        shared: true,
        get available() {
          return node.available;
        },
        publish: (speechId, message) =>
          deliver(node, (to) => {
            for (const listener of to.rooms.get(speechId) ?? []) listener(message, node.name);
          }),
        async subscribe(speechId, listener) {
          const listeners = node.rooms.get(speechId) ?? new Set();
          node.rooms.set(speechId, listeners.add(listener));
          return () => listeners.delete(listener);
        },
        publishOffice: (message) =>
          deliver(node, (to) => {
            for (const listener of to.office) listener(message, node.name);
          }),
        onOffice(listener) {
          node.office.add(listener);
          return () => node.office.delete(listener);
        },
        onAvailable(watcher) {
          node.watchers.add(watcher);
          return () => node.watchers.delete(watcher);
        },
        setAvailable(available) {
          node.available = available;
          for (const watcher of node.watchers) watcher(available);
        },
      };
    },
  };
}
