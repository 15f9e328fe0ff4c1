/** Writes text in encodings that Node only reads: a table is made by reading every character of one or two bytes. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

export function encodeText(text: string, encoding: "gb18030" | "big5"): Uint8Array {
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  const bytes = [...text].flatMap((character) => {
    const found = table.get(character);
    if (found === undefined) throw new RangeError(`no ${character} in ${encoding}`);
    return found;
  });
  return Uint8Array.from(bytes);
}

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  for (let byte = 0; byte < 0x80; byte += 1) table.set(String.fromCharCode(byte), [byte]);
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      try {
        const character = decoder.decode(Uint8Array.of(first, second));
        if ([...character].length === 1 && !table.has(character)) table.set(character, [first, second]);
      } catch {
        // No character has these bytes.
      }
    }
  }
  return table;
}

/** With the mark at its beginning unless `bare`. */
export function encodeUtf16(text: string, order: "le" | "be", bare = false): Uint8Array {
  const marked = bare ? text : `\ufeff${text}`;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < marked.length; index += 1) {
    view.setUint16(index * 2, marked.charCodeAt(index), order === "le");
  }
  return bytes;
}
