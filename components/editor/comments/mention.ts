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

/** The text with the query before the caret replaced by the name, and where the caret is then. */
export function withMention(text: string, caret: number, name: string): { text: string; caret: number } {
  const start = text.slice(0, caret).lastIndexOf("@");
  const head = `${text.slice(0, start)}@${name} `;
  return { text: head + text.slice(caret), caret: head.length };
}

/** Whose names the text holds behind an @, longest name first so that 李明 isn't found in 李明华. */
export function mentionedIn(text: string, members: readonly Member[]): readonly PersonId[] {
  return splitMentions(text, members).flatMap(({ personId }) => (personId === null ? [] : [personId]));
}

/** The text in pieces, those that mention somebody with their id. */
export function splitMentions(
  text: string,
  members: readonly { readonly personId: PersonId; readonly name: string }[],
): readonly { readonly text: string; readonly personId: PersonId | null }[] {
  const byLength = [...members].sort((one, other) => other.name.length - one.name.length);
  const pieces: { text: string; personId: PersonId | null }[] = [];
  let plain = "";
  for (let index = 0; index < text.length; ) {
    const found = text[index] === "@" && byLength.find(({ name }) => text.startsWith(name, index + 1));
    if (!found) {
      plain += text[index];
      index += 1;
      continue;
    }
    if (plain !== "") pieces.push({ text: plain, personId: null });
    plain = "";
    pieces.push({ text: `@${found.name}`, personId: found.personId });
    index += found.name.length + 1;
  }
  if (plain !== "") pieces.push({ text: plain, personId: null });
  return pieces;
}
