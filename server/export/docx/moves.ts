/**
 * What moved, as Word tells it (ECMA-376 part 1, 17.13.5.21–28): the old place and the new one are ranges
 * of one name, and what is in them is moveFrom and moveTo instead of del and ins.
 */
import type { Node } from "@tiptap/pm/model";
import type { Suggestion } from "@/core/document/suggestion";
import { type MovedBlocks, movesIn } from "../moves-in";
import { type Attributes, joined, type Xml, xml } from "./xml";

interface Move extends Pick<MovedBlocks, "suggestion" | "from" | "to"> {
  /** The same for both of its ranges, in the file its own. */
  readonly name: string;
}

export class Moves {
  readonly #moves: ReadonlyMap<string, Move>;
  /** The number of each range that has begun, for the mark that ends it. */
  readonly #begun = new Map<string, Attributes[string]>();

  constructor(document: Node) {
    // Word can't move the rows of a table.
    const moves = movesIn(document).filter(({ hasTable }) => !hasTable);
    this.#moves = new Map(
      moves.map((move, index) => [move.suggestion.id, { ...move, name: `move${index + 1}` }]),
    );
  }

  /** Whether what this suggestion takes away or brings is moved. */
  has({ id }: Suggestion): boolean {
    return this.#moves.has(id);
  }

  /** The marks of ranges that begin before this block. `attributesOf`: number in the file, author and time. */
  beginningAt(index: number, attributesOf: (suggestion: Suggestion) => Attributes): Xml {
    return this.#marks(index, "Start", ({ suggestion, name }, side) => {
      const attributes = attributesOf(suggestion);
      this.#begun.set(side + name, attributes["w:id"]);
      return { ...attributes, "w:name": name };
    });
  }

  /** The marks of ranges that end behind this block. */
  endingAt(index: number): Xml {
    return this.#marks(index, "End", ({ name }, side) => ({ "w:id": this.#begun.get(side + name) }));
  }

  #marks(
    index: number,
    edge: "Start" | "End",
    attributes: (move: Move, side: "From" | "To") => Attributes,
  ): Xml {
    const at = edge === "Start" ? 0 : 1;
    const marks: Xml[] = [];
    for (const move of this.#moves.values()) {
      if (move.from[at] === index) marks.push(xml(`w:moveFromRange${edge}`, attributes(move, "From")));
      if (move.to[at] === index) marks.push(xml(`w:moveToRange${edge}`, attributes(move, "To")));
    }
    return joined(marks);
  }
}
