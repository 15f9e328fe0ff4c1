/** New ids, without the schemas of ids.ts: the editing page makes them too. */
const ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz";
/** Of an id, those that tell when it was made: 34⁹ ms reach beyond the year 3800. */
export const TIME_SYMBOLS = 9;
const RANDOM_SYMBOLS = 11;

let latest = 0;

/**
 * A new id of 20 symbols that sorts after every one made here before: nine tell the millisecond,
 * eleven are random (about 56 bits, so that two writers offline don't hit on the same).
 * Rows of one millisecond, or of one minute in a file of Word's, are listed by it: with ids that
 * are random alone, replies would change places.
 */
export function newId(): string {
  latest = Math.max(Date.now(), latest + 1);
  return timeSymbols(latest) + randomSymbols();
}

function timeSymbols(time: number): string {
  let symbols = "";
  for (let rest = time; symbols.length < TIME_SYMBOLS; rest = Math.floor(rest / ALPHABET.length)) {
    symbols = ALPHABET.charAt(rest % ALPHABET.length) + symbols;
  }
  return symbols;
}

function randomSymbols(): string {
  // 238 = 7 × 34: bytes from there up are thrown away so that every symbol is equally likely.
  let symbols = "";
  while (symbols.length < RANDOM_SYMBOLS) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      if (byte < 238 && symbols.length < RANDOM_SYMBOLS) symbols += ALPHABET[byte % 34];
    }
  }
  return symbols;
}
