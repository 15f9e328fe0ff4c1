import type { ChangeCounts } from "@/core/compare/measure-comparison";
import type { Messages } from "@/core/messages/messages";

/** 增 12 字, 删 3 字: what isn't there isn't said. */
export function changeFigures(counts: ChangeCounts, { figures }: Messages["versions"]): string[] {
  const { added, deleted, moved, reformatted } = counts;
  return [
    ...(added.characters > 0 ? [figures.added(added.characters)] : []),
    ...(deleted.characters > 0 ? [figures.deleted(deleted.characters)] : []),
    ...(moved.characters > 0 ? [figures.moved(moved.characters)] : []),
    ...(reformatted > 0 ? [figures.reformatted(reformatted)] : []),
  ];
}
