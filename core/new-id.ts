/** Random ids, without the schemas of ids.ts: the editing page makes them too. */
const ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz";

/** A new random id: 20 characters of 34 symbols, about 101 bits. */
export function newId(): string {
  // 238 = 7 × 34: bytes from there up are thrown away so that every symbol is equally likely.
  let id = "";
  while (id.length < 20) {
    for (const byte of crypto.getRandomValues(new Uint8Array(24))) {
      if (byte < 238 && id.length < 20) id += ALPHABET[byte % 34];
    }
  }
  return id;
}
