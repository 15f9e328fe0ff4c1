import type { ChangeCounts } from "@/core/compare/measure-comparison";
import type { Messages } from "@/core/messages/messages";

/** 增 12 字（7 词）, 删 3 字（2 词）: what isn't there isn't said. */
export function changeFigures(counts: ChangeCounts, { figures }: Messages["versions"]): string[] {
  const { added, deleted, moved, reformatted } = counts;
  return [
    ...(added.characters > 0 ? [figures.added(added.characters, added.words)] : []),
    ...(deleted.characters > 0 ? [figures.deleted(deleted.characters, deleted.words)] : []),
    ...(moved.characters > 0 ? [figures.moved(moved.characters, moved.words)] : []),
    ...(reformatted > 0 ? [figures.reformatted(reformatted)] : []),
  ];
}
