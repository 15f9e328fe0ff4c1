/** Origins of a version's text as they are stored: a line for each block, as its text is (version-text.ts). */
import type { BlockOrigins, LetterRun, LookOrigin, NodeOrigin } from "@/core/authors/origins";

/** Client, clock and length in turn. */
type Letters = readonly number[];
/** Client and clock, and of each attribute its name, client and clock. */
type NodeLine = readonly (number | string)[];
/** Mark, first place, length, client, clock, and whether it begins there. */
type LookLine = readonly [string, number, number, number, number, 0 | 1];
type OriginLine = readonly [letters: Letters, nodes: readonly NodeLine[], looks: readonly LookLine[]];

/** Versions kept before clocks were: client and length in turn. */
type AuthorLine = readonly number[];

export function originLines(origins: readonly BlockOrigins[]): string[] {
  return origins.map(({ letters, nodes, looks }) => {
    const line: OriginLine = [
      letters.flatMap(({ clientId, clock, length }) => [clientId, clock ?? 0, length]),
      nodes.map(({ clientId, clock, attributes }) => [
        clientId,
        clock,
        ...[...attributes].flatMap(([name, id]) => [name, id.clientId, id.clock]),
      ]),
      looks.map(({ mark, from, to, clientId, clock, begins }) => [
        mark,
        from,
        to - from,
        clientId,
        clock,
        begins ? 1 : 0,
      ]),
    ];
    return JSON.stringify(line);
  });
}

/** What originLines() wrote, or an older Lectern. */
export function originsIn(lines: readonly string[]): readonly BlockOrigins[] {
  return lines.map((text) => {
    const line = JSON.parse(text) as OriginLine | AuthorLine;
    if (!isOriginLine(line)) return { letters: inThrees(withoutClocks(line)), nodes: [], looks: [] };
    const [letters, nodes, looks] = line;
    return { letters: inThrees(letters), nodes: nodes.map(nodeOrigin), looks: looks.map(lookOrigin) };
  });
}

const isOriginLine = (line: OriginLine | AuthorLine): line is OriginLine => Array.isArray(line[0]);

const withoutClocks = (line: AuthorLine): (number | null)[] =>
  line.flatMap((value, index) => (index % 2 === 0 ? [value, null] : [value]));

function inThrees(numbers: readonly (number | null)[]): LetterRun[] {
  const runs: LetterRun[] = [];
  for (let index = 0; index + 2 < numbers.length; index += 3) {
    const [clientId, clock = null, length] = numbers.slice(index, index + 3);
    runs.push({ clientId: clientId ?? 0, clock, length: length ?? 0 });
  }
  return runs;
}

function nodeOrigin([clientId, clock, ...rest]: NodeLine): NodeOrigin {
  const attributes = new Map<string, { clientId: number; clock: number }>();
  for (let index = 0; index + 2 < rest.length; index += 3) {
    attributes.set(String(rest[index]), {
      clientId: Number(rest[index + 1]),
      clock: Number(rest[index + 2]),
    });
  }
  return { clientId: Number(clientId), clock: Number(clock), attributes };
}

function lookOrigin([mark, from, length, clientId, clock, begins]: LookLine): LookOrigin {
  return { mark, from, to: from + length, clientId, clock, begins: begins === 1 };
}
