/** What a refusal's line in the log says at most: a client may have written any of it. */
const DETAIL_CHARACTERS = 200;

/** The beginning of what an error says, for the line of a refusal. */
export function loggedDetail(text: string): string {
  return text.slice(0, DETAIL_CHARACTERS);
}
