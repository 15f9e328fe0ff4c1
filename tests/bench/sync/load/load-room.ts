/** One document under load: its writers, and what its clients share. */
import { FrameCache } from "./frame-cache";
import type { Protocol } from "./protocols";
import { Writer } from "./writer";

export class LoadRoom {
  readonly writers: readonly Writer[];
  readonly frames: FrameCache;
  private readonly byClientId: ReadonlyMap<number, Writer>;

  constructor(
    readonly name: string,
    readonly protocol: Protocol,
    writerCount: number,
  ) {
    this.writers = Array.from({ length: writerCount }, (_, index) => new Writer(index));
    this.byClientId = new Map(this.writers.map((writer) => [writer.clientId, writer]));
    this.frames = new FrameCache(protocol);
  }

  writerOf(clientId: number): Writer | undefined {
    return this.byClientId.get(clientId);
  }

  get characters(): number {
    return this.writers.reduce((sum, { characters }) => sum + characters, 0);
  }
}
