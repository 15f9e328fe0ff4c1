/**
 * Who wrote, took away, moved, formatted or changed what between two texts. What was typed before the first
 * of them and stands elsewhere in the second is the work of who put it there; what happened after the second
 * doesn't count.
 */
import { type IdRange, IdRanges, type PieceId } from "../authors/id-ranges";
import { knownLetters } from "../authors/known-letters";
import type { BlockOrigins, LookOrigin } from "../authors/origins";
import type { RemovalIndex } from "../authors/removal-index";
import type { PersonId } from "../ids";
import type { Marks, NodeShape } from "./comparison";
import { lettersIn, type PlacedNode, placedIn, textLength } from "./placed-node";

/** Of two texts, block by block; null where it wasn't kept. */
export interface ComparedOrigins {
  readonly before: readonly BlockOrigins[] | null;
  readonly after: readonly BlockOrigins[] | null;
  readonly removals: RemovalIndex;
  /** Of each client the clock that the first text was at; null when it isn't one of the speech's own. */
  readonly since: ReadonlyMap<number, number> | null;
  personOf(clientId: number): PersonId | null;
}

/** A place in a line; see PlacedNode. */
export interface TextPlace {
  readonly origins: BlockOrigins | undefined;
  readonly at: number;
}

/** A node's id, which is one piece. */
interface NodeId extends IdRange {
  readonly placed: PlacedNode;
}

type People = readonly PersonId[];

export class Deeds {
  /** The nodes of the first text, however deep. */
  private readonly earlier: IdRanges<NodeId>;
  /** The letters of the second text. */
  private readonly later: IdRanges<IdRange>;

  /** `before`: the blocks of the first text. */
  constructor(
    private readonly origins: ComparedOrigins,
    before: readonly PlacedNode[],
  ) {
    this.earlier = new IdRanges(
      before.flatMap(placedIn).flatMap((placed) => {
        const id = placed.origins?.nodes[placed.index];
        return id === undefined ? [] : [{ clientId: id.clientId, clock: id.clock, length: 1, placed }];
      }),
    );
    this.later = new IdRanges(knownLetters((origins.after ?? []).flatMap(({ letters }) => letters)));
  }

  /** Of the second text's words. */
  writers({ origins, at }: TextPlace, length: number): People {
    const { removals } = this.origins;
    const letters = lettersIn(origins, at, length);
    if (letters.some(({ clock }) => clock === null)) {
      return known(letters.map(({ clientId }) => this.origins.personOf(clientId)));
    }
    // Letters that stood there before, as the first of 推进 in the place of 推动, were written by nobody now.
    const written = removals.traced(letters).filter((letter) => !this.isOld(letter));
    return known(written.map((letter) => this.personOf(this.isOld(letter.typed) ? letter : letter.typed)));
  }

  /** Who carried some of a line of the first text elsewhere. */
  carriers(placed: PlacedNode): People {
    const letters = lettersIn(placed.origins, placed.start, textLength([placed.node]));
    return byShare(this.origins.removals.carriers(letters, this.isThere));
  }

  /** Of the first text's words, those who did most first. */
  takers({ origins, at }: TextPlace, length: number): People {
    return byShare(this.origins.removals.takers(lettersIn(origins, at, length), this.isThere));
  }

  /** Who made a block of the second text; an empty one too, or who took all out of one that was there. */
  makers(placed: PlacedNode): People {
    const length = textLength([placed.node]);
    const writers = this.writers({ origins: placed.origins, at: placed.start }, length);
    if (writers.length > 0) return writers;
    const node = placed.origins?.nodes[placed.index];
    return node !== undefined && this.isOld(node) ? this.emptiers(node) : known([this.personOf(node)]);
  }

  /** Who took the words out of a node that is still there: out of it alone, not out of its neighbours. */
  private emptiers(id: PieceId): People {
    const old = this.earlier.at(id)?.placed;
    return old === undefined
      ? []
      : this.takers({ origins: old.origins, at: old.start }, textLength([old.node]));
  }

  /** Who took a block of the first text away. */
  removers(placed: PlacedNode): People {
    const length = textLength([placed.node]);
    if (length > 0) return this.takers({ origins: placed.origins, at: placed.start }, length);
    return known([this.takerOf(placed.origins?.nodes[placed.index])]);
  }

  /** Who broke a line into these: a break makes one of them anew, often the first. */
  breakers(parts: readonly PlacedNode[]): People {
    const nodes = parts.map((placed) => placed.origins?.nodes[placed.index]);
    return known(nodes.map((node) => (node === undefined || this.isOld(node) ? null : this.personOf(node))));
  }

  /** Who made one line of these: joining takes the others away. */
  joiners(parts: readonly PlacedNode[]): People {
    return known(parts.map((placed) => this.takerOf(placed.origins?.nodes[placed.index])));
  }

  /** Who carried a block of the first text elsewhere: most of it, since words go to and fro as well. */
  movers(placed: PlacedNode): People {
    const length = textLength([placed.node]);
    const letters = lettersIn(placed.origins, placed.start, length);
    const carriers = this.origins.removals.carriers(letters, this.isThere);
    const carried = [...carriers].filter(([, units]) => units * 2 >= length);
    return byShare(new Map(carried));
  }

  /** Who made a block of another kind, or gave it other attributes. */
  shapers(
    { before, after }: { before: NodeShape; after: NodeShape },
    old: PlacedNode,
    now: PlacedNode,
  ): People {
    // To become another kind a block is made anew, as it is when it moves: its letters tell by whom.
    const carriers = this.movers(old);
    if (carriers.length > 0) return carriers;
    const [oldNode, node] = [old.origins?.nodes[old.index], now.origins?.nodes[now.index]];
    if (before.type !== after.type) return known([this.personOf(node)]);
    const changed = [
      ...new Set([...Object.keys(before.attrs ?? {}), ...Object.keys(after.attrs ?? {})]),
    ].filter((name) => JSON.stringify(before.attrs?.[name]) !== JSON.stringify(after.attrs?.[name]));
    return known(
      changed.map((name) => {
        const setter = node?.attributes.get(name);
        return setter === undefined ? this.takerOf(oldNode?.attributes.get(name)) : this.personOf(setter);
      }),
    );
  }

  /** Who gave these words other marks. */
  formatters({ before, after }: { before: Marks; after: Marks }, old: TextPlace, now: TextPlace): People {
    const came = without(after, before).map((mark) => this.lookGiver(lookAt(now, mark, true)));
    const went = without(before, after).map(
      (mark) => this.takerOf(lookAt(old, mark, true)) ?? this.lookGiver(lookAt(now, mark, false)),
    );
    return known([...came, ...went]);
  }

  /** Of one that was proposed who did, unless the first of the two texts had it proposed already. */
  private lookGiver(look: LookOrigin | undefined): PersonId | null {
    const proposed = look === undefined ? null : this.origins.removals.carriedFrom(look);
    return proposed === null || this.isOld(proposed.from) ? this.personOf(look) : proposed.personId;
  }

  private personOf(piece: PieceId | undefined): PersonId | null {
    return piece === undefined ? null : this.origins.personOf(piece.clientId);
  }

  private isOld({ clientId, clock }: PieceId): boolean {
    return clock < (this.origins.since?.get(clientId) ?? 0);
  }

  private takerOf(piece: PieceId | undefined): PersonId | null {
    return piece === undefined ? null : this.origins.removals.takerOf(piece);
  }

  private readonly isThere = (id: PieceId): boolean => this.later.has(id);
}

function lookAt({ origins, at }: TextPlace, mark: string, begins: boolean): LookOrigin | undefined {
  return origins?.looks.find(
    (look) => look.mark === mark && look.begins === begins && look.from <= at && at < look.to,
  );
}

/** The names of the marks that only the first has. */
function without(marks: Marks, others: Marks): readonly string[] {
  const there = new Set(others.map((mark) => JSON.stringify(mark)));
  return marks.filter((mark) => !there.has(JSON.stringify(mark))).map(({ type }) => type);
}

const known = (people: readonly (PersonId | null)[]): People => [
  ...new Set(people.filter((person) => person !== null)),
];

const byShare = (shares: ReadonlyMap<PersonId, number>): People =>
  [...shares].sort(([, one], [, other]) => other - one).map(([person]) => person);
