/** As many as a version's name may have. Never another figure: `check-record` would call older versions altered. */
const NAME_CHARACTERS = 80;

/** What a version is called at first that is kept from a file; its entry on the record has the file's whole name. */
export const importedName = (fileName: string): string => [...fileName].slice(0, NAME_CHARACTERS).join("");
