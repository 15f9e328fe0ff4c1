/**
 * Formatting that an update accepts: it writes the look anew, or takes it away, where somebody's proposal of it goes.
 * Found by the letter that either stands before, so that it can be kept in the proposer's name.
 */
import * as Y from "yjs";
import { type IdRange, IdRanges, type PieceId } from "@/core/authors/id-ranges";
import type { Removal } from "@/core/authors/removals";
import { LOOK_NAMES, lookName } from "@/core/document/looks";
import { FORMATTING } from "@/core/document/suggestion-marks";
import type { PersonId } from "@/core/ids";
import type { Struct } from "./accepted-state";
import { structsIn } from "./structs-in-range";

export interface AcceptedLooks {
  /** From the piece that proposed it to the one that is it. */
  readonly given: readonly Removal[];
  /** Looks that go, and in whose name. */
  readonly taken: readonly (IdRange & { readonly personId: PersonId })[];
}

/** As it stands in the text: a formatting mark's value, with the piece that begins it. */
interface Proposal {
  readonly piece: IdRange;
  readonly name: string;
  readonly personId: PersonId;
}

type Proposed = IdRange & { readonly proposals: readonly Proposal[] };

/** `fresh`: what the update deletes of `doc`, which hasn't taken it in yet; `structs`: what it writes. */
export function acceptedLooks(
  doc: Y.Doc,
  { fresh, structs }: { readonly fresh: readonly IdRange[]; readonly structs: readonly Struct[] },
): AcceptedLooks {
  const going = new Set(fresh.flatMap((range) => formatsIn(doc, range)));
  const texts = new Set(
    [...going].flatMap(({ content, parent }) =>
      proposalOf(content) !== null && parent instanceof Y.XmlText ? [parent] : [],
    ),
  );
  if (texts.size === 0) return { given: [], taken: [] };
  const proposed: Proposed[] = [];
  const taken: (IdRange & { readonly personId: PersonId })[] = [];
  for (const text of texts) read(text, going, { proposed, taken });
  return { given: givenBy(doc, structs, new IdRanges(proposed)), taken };
}

/** Goes through a text once: which letters a proposal that goes is about, and which looks go at one of them. */
function read(
  text: Y.XmlText,
  going: ReadonlySet<Y.Item>,
  found: {
    readonly proposed: Proposed[];
    readonly taken: (IdRange & { readonly personId: PersonId })[];
  },
): void {
  const open = new Map<string, Proposal>();
  let looks: Y.Item[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      if (lookOf(content) !== null && going.has(item)) looks.push(item);
      const proposal = proposalOf(content);
      if (proposal !== null && going.has(item)) open.set(content.key, { ...proposal, piece: rangeOf(item) });
      else open.delete(content.key);
    } else if (content instanceof Y.ContentString) {
      const proposals = [...open.values()];
      for (const look of looks) {
        const by = proposals.find(({ name }) => name === lookOf(look.content))?.personId;
        if (by !== undefined) found.taken.push({ ...rangeOf(look), personId: by });
      }
      looks = [];
      if (proposals.length > 0) found.proposed.push({ ...rangeOf(item), proposals });
    }
  }
}

function givenBy(doc: Y.Doc, structs: readonly Struct[], proposed: IdRanges<Proposed>): Removal[] {
  const written = new Map(structs.map((struct) => [keyOf(struct.id), struct]));
  return structs.flatMap((struct): Removal[] => {
    const name = struct instanceof Y.Item ? lookOf(struct.content) : null;
    if (name === null) return [];
    const letter = letterBehind(doc, struct, written);
    const proposals = letter === null ? [] : (proposed.at(letter)?.proposals ?? []);
    const proposal = proposals.find((one) => one.name === name);
    if (proposal === undefined) return [];
    const { piece, personId } = proposal;
    return [{ ...piece, personId, carriedTo: { clientId: struct.id.client, clock: struct.id.clock } }];
  });
}

/** The first letter of the text that stands behind a new piece; null where a new one does, or none. */
function letterBehind(doc: Y.Doc, struct: Struct, written: ReadonlyMap<string, Struct>): PieceId | null {
  let right = struct instanceof Y.Item ? struct.rightOrigin : null;
  for (let step = 0; right !== null && step < written.size; step += 1) {
    const next = written.get(keyOf(right));
    if (next === undefined) break;
    if (!(next instanceof Y.Item) || next.content instanceof Y.ContentString) return null;
    right = next.rightOrigin;
  }
  if (right === null) return null;
  const [at] = structsIn(doc, right.client, right.clock, 1);
  if (!(at instanceof Y.Item)) return null;
  if (isLetters(at)) return { clientId: right.client, clock: right.clock };
  for (let item = at.right; item !== null; item = item.right) {
    if (isLetters(item)) return { clientId: item.id.client, clock: item.id.clock };
  }
  return null;
}

const isLetters = ({ deleted, content }: Y.Item) => !deleted && content instanceof Y.ContentString;
const keyOf = ({ client, clock }: Y.ID) => `${client} ${clock}`;
const rangeOf = ({ id, length }: Y.Item): IdRange => ({ clientId: id.client, clock: id.clock, length });

function formatsIn(doc: Y.Doc, { clientId, clock, length }: IdRange): Y.Item[] {
  return [...structsIn(doc, clientId, clock, length)].filter(
    (struct): struct is Y.Item => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat,
  );
}

/** The binding adds a hash to the names of marks that may overlap. */
const markOf = ({ key }: Y.ContentFormat) => key.split("--", 1)[0] ?? key;

function lookOf(content: Y.Item["content"]): string | null {
  if (!(content instanceof Y.ContentFormat)) return null;
  return LOOK_NAMES.find((name) => name === markOf(content)) ?? null;
}

function proposalOf(content: Y.Item["content"]): Omit<Proposal, "piece"> | null {
  if (!(content instanceof Y.ContentFormat) || content.value === null || markOf(content) !== FORMATTING)
    return null;
  // What is in it is as the schema says; see suggestion-marks.ts.
  const { mark = "bold", person } = content.value as { mark?: string; person?: PersonId };
  return person === undefined ? null : { name: lookName(mark), personId: person };
}
