/** Looks put on or taken off, as suggestions over text that keeps its look until accepted. */
import { Mark } from "@tiptap/pm/model";
import { LOOK_NAMES, type LookName, lookAttributes, lookName } from "../document/looks";
import { FORMATTING } from "../document/suggestion-marks";
import { isOwnInsertion } from "./author";
import { formattingsOf } from "./settle-text";
import { lookOf, shownLook } from "./shown-look";
import { sameContent, type Token, tokenSize, withoutComments } from "./tokens";
import type { Tracking } from "./track";

type CharToken = Extract<Token, { kind: "char" }>;

/** Whether the same text came back with another look. */
export function isReformatted(gone: readonly Token[], come: readonly Token[]): boolean {
  return (
    gone.length === come.length &&
    gone.every((token, index) => {
      const other = come[index];
      if (other === undefined) return false;
      if (token.kind !== "char" || other.kind !== "char") return sameContent(token, other);
      return isSameText(token, other);
    })
  );
}

/** The same letter with the same suggestions: one typed again over struck text is new. Looks proposed for it may go. */
function isSameText(one: CharToken, other: CharToken): boolean {
  const isLook = ({ type }: Mark) =>
    type.name === FORMATTING || LOOK_NAMES.some((name) => name === type.name);
  const rest = ({ marks }: CharToken) => withoutComments(marks).filter((mark) => !isLook(mark));
  const proposed = other.marks.filter(({ type }) => type.name === FORMATTING);
  return (
    one.char === other.char &&
    Mark.sameSet(rest(one), rest(other)) &&
    proposed.every((mark) => mark.isInSet(one.marks))
  );
}

/** By stretches of one look before and one look after. */
export function trackFormatting(gone: readonly Token[], come: readonly Token[], tracking: Tracking): void {
  for (let start = 0; start < gone.length; ) {
    const [token, becomes] = [gone[start], come[start]];
    let next = start + 1;
    while (gone[next]?.node === token?.node && come[next]?.node === becomes?.node) next += 1;
    const last = gone[next - 1];
    if (token?.kind === "char" && becomes?.kind === "char" && last !== undefined) {
      formatText(token, last.pos + tokenSize(last), becomes.marks, tracking);
    }
    start = next;
  }
}

function formatText(token: CharToken, end: number, becomes: readonly Mark[], { tr, author }: Tracking): void {
  const { schema } = tr.doc.type;
  const { pos, node } = token;
  for (const name of LOOK_NAMES) {
    const type = schema.marks[name];
    const proposed = proposedFor(token.marks, name);
    // Only what shows the words otherwise lets a proposal go: then they shall read as they read without it.
    const goes = proposed.length > proposedFor(becomes, name).length;
    const wanted = goes ? shownLook(becomes, name) : lookOf(becomes, name);
    const has = lookOf(token.marks, name);
    if (type === undefined || (wanted === has && !goes)) continue;
    const isOwn = isOwnInsertion(node, author);
    if (isOwn) {
      if (wanted !== null) tr.addMark(pos, end, type.create(lookAttributes(wanted)));
      else tr.removeMark(pos, end, type);
      if (!goes) continue;
    }
    // The last one decides; whoever proposed what is wanted now has done it already.
    if (proposed.length > 0 && shownLook(token.marks, name) === wanted) continue;
    const { id, person, at } = author;
    for (const own of proposed.filter((formatting) => formatting.person === person)) {
      tr.removeMark(pos, end, schema.mark(FORMATTING, { ...own }));
    }
    const last = proposed.findLast((formatting) => formatting.person !== person);
    const left = last === undefined ? (isOwn ? wanted : has) : last.on ? last.mark : null;
    if (left === wanted) continue;
    tr.addMark(
      pos,
      end,
      schema.mark(FORMATTING, { id, person, at, mark: wanted ?? name, on: wanted !== null }),
    );
  }
}

const proposedFor = (marks: readonly Mark[], name: LookName) =>
  formattingsOf({ marks }).filter(({ mark }) => lookName(mark) === name);
