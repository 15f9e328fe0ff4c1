/** @ in a comment: who is meant. Pure. */
import type { PersonId } from "@/core/ids";
import type { Member } from "@/core/speech";

/** What stands between an @ and the caret; null when nobody is being looked for. */
export function mentionQuery(text: string, caret: number): string | null {
  return /@([^@\s]{0,20})$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

/** The members whose name holds the query and who can sign in, at most eight. */
export function matchingMembers(members: readonly Member[], query: string): readonly Member[] {
  return members
    .filter(({ name, disabled }) => !disabled && name.toLowerCase().includes(query.toLowerCase()))
    .slice(0, 8);
}

/** Somebody who was chosen behind an @: their name doesn't say who, where two have the same one. */
export interface ChosenMention {
  /** Where the @ is (UTF-16). */
  readonly at: number;
  readonly name: string;
  readonly personId: PersonId;
}

/** What is being written, and who was chosen in it so far. */
export interface MentioningText {
  readonly text: string;
  readonly chosen: readonly ChosenMention[];
}

/** The text with the query before the caret replaced by the member's name, and where the caret is then. */
export function withMention(
  written: MentioningText,
  caret: number,
  { name, personId }: Pick<Member, "name" | "personId">,
): MentioningText & { readonly caret: number } {
  const { text } = written;
  const at = text.slice(0, caret).lastIndexOf("@");
  const head = `${text.slice(0, at)}@${name} `;
  const changed = withText(written, head + text.slice(caret), head.length);
  const others = changed.chosen.filter((each) => each.at !== at);
  return { ...changed, chosen: [...others, { at, name, personId }], caret: head.length };
}

/**
 * Another text after some typing that left the caret there: who was chosen goes along with the name, and goes when
 * that was changed.
 */
export function withText({ text, chosen }: MentioningText, next: string, caret: number): MentioningText {
  const most = Math.min(text.length, next.length);
  let end = 0;
  while (end < Math.min(most, next.length - caret) && text.at(-1 - end) === next.at(-1 - end)) end += 1;
  let start = 0;
  while (start < most - end && text[start] === next[start]) start += 1;
  const moved = chosen.flatMap((mention) => {
    if (mention.at + mention.name.length < start) return [mention];
    return mention.at >= text.length - end
      ? [{ ...mention, at: mention.at + next.length - text.length }]
      : [];
  });
  return { text: next, chosen: moved };
}

/**
 * Whom the text mentions. Who was chosen counts; of a name that was typed by hand all who have it and can sign in, or
 * those of them who were `meant` before.
 */
export function mentionedIn(
  { text, chosen }: MentioningText,
  members: readonly Member[],
  meant: readonly PersonId[] = [],
): readonly PersonId[] {
  let at = 0;
  const people = splitMentions(text, [...members, ...chosen]).flatMap((piece) => {
    const own = chosen.find((mention) => mention.at === at && mention.name === piece.name);
    at += piece.text.length;
    if (own !== undefined) return isGone(own, members) ? [] : [own.personId];
    if (piece.name === null) return [];
    const alike = members.filter(({ name }) => name === piece.name);
    const [before, able] = [
      alike.filter(({ personId }) => meant.includes(personId)),
      alike.filter(({ disabled }) => !disabled),
    ];
    return [before, able, alike].find((found) => found.length > 0)?.map(({ personId }) => personId) ?? [];
  });
  return [...new Set(people)];
}

/** Names of those who were chosen and have left the speech since: nobody can tell them of it. */
export function goneFrom({ chosen }: MentioningText, members: readonly Member[]): readonly string[] {
  return [...new Set(chosen.filter((mention) => isGone(mention, members)).map(({ name }) => name))];
}

/** Every speech has its chief: while nobody is known, nobody is gone. */
const isGone = (mention: ChosenMention, members: readonly Member[]): boolean =>
  members.length > 0 && !members.some(({ personId }) => personId === mention.personId);

/** The text in pieces, those that are an @ and somebody's name with it, longest first: 李明 isn't found in 李明华. */
export function splitMentions(
  text: string,
  members: readonly { readonly name: string }[],
): readonly { readonly text: string; readonly name: string | null }[] {
  const byLength = [...members].sort((one, other) => other.name.length - one.name.length);
  const pieces: { text: string; name: string | null }[] = [];
  let plain = "";
  for (let index = 0; index < text.length; ) {
    const found = text[index] === "@" && byLength.find(({ name }) => text.startsWith(name, index + 1));
    if (!found) {
      plain += text[index];
      index += 1;
      continue;
    }
    if (plain !== "") pieces.push({ text: plain, name: null });
    plain = "";
    pieces.push({ text: `@${found.name}`, name: found.name });
    index += found.name.length + 1;
  }
  if (plain !== "") pieces.push({ text: plain, name: null });
  return pieces;
}
