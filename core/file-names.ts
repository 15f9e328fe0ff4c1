/** Names for files that any system takes, Windows included. */

/** What Windows, the strictest, has no place for (its own list of reserved characters and names). */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cs}]/gu;
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
/** Leaves room for a folder's path within the 260 that older programs know. */
const LONGEST = 100;

/**
 * A title as a file's name, without extension.
 * @param end stands after it, whole however long the title is
 */
export function fileName(title: string, end = ""): string {
  const room = LONGEST - [...end].length;
  const plain =
    [...title.replace(FORBIDDEN, "_").trim()].slice(0, room).join("") + end.replace(FORBIDDEN, "_");
  // Windows drops blanks and dots at the end; a dot at the beginning hides the file elsewhere.
  const safe = plain.replace(/[\s.]+$/, "").replace(/^\.+/, "_");
  if (safe === "") return "_";
  return RESERVED.test(safe) ? `_${safe}` : safe;
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
