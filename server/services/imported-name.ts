/** As in core/version-requests.ts: what a version's name may have. */
const NAME_CHARACTERS = 80;

/** What a version is called at first that is kept from a file. */
export const importedName = (fileName: string): string => [...fileName].slice(0, NAME_CHARACTERS).join("");
