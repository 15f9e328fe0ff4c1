/** The loads of the comparison: how many people, in how many rooms, typing how fast. */

export interface LoadPlan {
  readonly name: string;
  readonly description: string;
  readonly rooms: number;
  readonly clientsPerRoom: number;
  readonly writersPerRoom: number;
  /** Of each writer; every edit brings a cursor message. */
  readonly editsPerSecond: number;
}

export const LOADS = [
  {
    name: "meeting",
    description: "one room, 60 clients, 30 writers × 8 edits/s",
    rooms: 1,
    clientsPerRoom: 60,
    writersPerRoom: 30,
    editsPerSecond: 8,
  },
  {
    name: "office",
    description: "20 rooms × 12 clients, 4 writers × 6 edits/s in each",
    rooms: 20,
    clientsPerRoom: 12,
    writersPerRoom: 4,
    editsPerSecond: 6,
  },
  {
    name: "audience",
    description: "one room, 300 clients, 5 writers × 8 edits/s",
    rooms: 1,
    clientsPerRoom: 300,
    writersPerRoom: 5,
    editsPerSecond: 8,
  },
] as const satisfies readonly LoadPlan[];

/**
 * The meeting with everybody writing; the rate rises until the server no longer keeps up or the generator
 * brings no more.
 */
export const RAMP = {
  rooms: 1,
  clientsPerRoom: 60,
  writersPerRoom: 60,
  firstEditsPerSecond: 8,
  /** Each rate is so many times the one before. */
  step: 1.33,
  /** A server that is slower than this at the 99th percentile is past its limit. */
  p99LimitMs: 200,
} as const;

/** Somebody pulls the plug of the process while a small group writes. */
export const KILL = { rooms: 1, clientsPerRoom: 10, writersPerRoom: 5, editsPerSecond: 8 } as const;
