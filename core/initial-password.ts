/** Without 0, O, 1, I, l: an initial password is read out over the telephone or from a slip. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A strong password to be told to its owner: 16 of 31 symbols, about 79 bits, as k7mp-… in fours. */
export function newInitialPassword(): string {
  let symbols = "";
  // 248 = 8 × 31: bytes from there up are thrown away so that every symbol is equally likely.
  while (symbols.length < GROUPS * GROUP_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(24))) {
      if (byte < 248) symbols += ALPHABET[byte % ALPHABET.length];
    }
  }
  return Array.from({ length: GROUPS }, (_, group) =>
    symbols.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH),
  ).join("-");
}
