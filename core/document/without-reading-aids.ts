/** The speech as everybody but its reader gets it: without cues, stress and pinyin, proposed ones included. */
import { joinInline, withMarks } from "../compare/inline";
import { lookName } from "./looks";
import { CUE, PINYIN, STRESS } from "./reading-aids";
import type { DocumentNode } from "./schema";
import { FORMATTING } from "./suggestion-marks";

const isAid = (name: unknown): boolean => name === STRESS || name === PINYIN;

/** The same node where there are none. */
export function withoutReadingAids(node: DocumentNode): DocumentNode {
  const { marks = [], content = [] } = node;
  const kept = marks.filter(
    ({ type, attrs }) => !isAid(type) && !(type === FORMATTING && isAid(lookName(String(attrs?.mark)))),
  );
  const bare = kept.length === marks.length ? node : withMarks(node, kept);
  const children = content.filter(({ type }) => type !== CUE).map(withoutReadingAids);
  if (children.length === content.length && children.every((child, at) => child === content[at])) return bare;
  const { content: _, ...shell } = bare;
  return children.length === 0 ? shell : { ...shell, content: joinInline(children) };
}
