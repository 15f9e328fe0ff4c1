/** Names for files that any system takes, Windows included. */

/** What Windows, the strictest, has no place for (its own list of reserved characters and names). */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cs}]/gu;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Leaves room for a folder's path within the 260 that older programs know. */
const LONGEST = 100;
/** Linux takes 255 bytes of UTF-8 (NAME_MAX), of which an extension and a number are kept back, and what browsers add. */
const MOST_BYTES = 220;

/**
 * A title as a file's name, without extension.
 * @param end stands after it, whole however long the title is, unless it is too long by itself
 */
export function fileName(title: string, end = ""): string {
  const behind = cut(end.replace(FORBIDDEN, "_"), LONGEST, MOST_BYTES);
  const room = LONGEST - [...behind].length;
  const plain = cut(title.replace(FORBIDDEN, "_").trim(), room, MOST_BYTES - bytesOf(behind)) + behind;
  // Windows drops blanks and dots at the end; a dot at the beginning hides the file elsewhere.
  const safe = plain.replace(/[\s.]+$/, "").replace(/^\.+/, "_");
  if (safe === "") return "_";
  return RESERVED.test(safe) ? `_${safe}` : safe;
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** As much of the beginning as fits, in whole characters as people see them. */
function cut(text: string, most: number, mostBytes: number): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter("zh", { granularity: "grapheme" }).segment(text)) {
    const longer = kept + segment;
    if ([...longer].length > most || bytesOf(longer) > mostBytes) break;
    kept = longer;
  }
  return kept;
}

/**
 * Names for all of them, in order, no two alike in any case of letters.
 * @param ends what stands after each title, in the same order
 */
export function fileNames(
  titles: readonly string[],
  extension: string,
  ends: readonly string[] = [],
): string[] {
  const taken = new Set<string>();
  return titles.map((title, index) => {
    const base = fileName(title, ends[index]);
    let name = `${base}.${extension}`;
    for (let number = 2; taken.has(key(name)); number += 1) name = `${base}（${number}）.${extension}`;
    taken.add(key(name));
    return name;
  });
}

/** macOS takes composed and decomposed letters for the same, Windows capital and small ones. */
const key = (name: string): string => name.normalize("NFC").toLowerCase();
