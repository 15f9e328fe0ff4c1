/**
 * Cuts texts into the words they can be found by. Chinese has no blanks, so every character and
 * every two neighbours count as words; other words are stored with all their beginnings, so that a
 * search while typing needs nothing but whole words in either database.
 */

/** Longer words are found by their first 24 characters. */
const LONGEST_WORD = 24;
const RUNS = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

/** The words of a speech's title, speaker and occasion, each once. */
export function tokensOf(texts: readonly string[]): readonly string[] {
  const tokens = new Set<string>();
  for (const run of texts.flatMap(runsOf)) {
    const characters = [...run].slice(0, HAN.test(run) ? undefined : LONGEST_WORD);
    if (HAN.test(run)) {
      for (const character of characters) tokens.add(character);
      for (const pair of pairsOf(characters)) tokens.add(pair);
    } else {
      for (let length = 1; length <= characters.length; length++)
        tokens.add(characters.slice(0, length).join(""));
    }
  }
  return [...tokens];
}

/** What must all be among a speech's words; empty when the query has no letters or digits. */
export function queryTokens(query: string): readonly string[] {
  const tokens = runsOf(query).flatMap((run) => {
    const characters = [...run];
    if (!HAN.test(run)) return [characters.slice(0, LONGEST_WORD).join("")];
    return characters.length === 1 ? characters : pairsOf(characters);
  });
  return [...new Set(tokens)];
}

function runsOf(text: string): string[] {
  return text.normalize("NFKC").toLowerCase().match(RUNS) ?? [];
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
