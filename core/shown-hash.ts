/** As much of a hash as tells texts apart by eye: 12 of its 64 signs. */
export const shownHash = (hash: string): string => hash.slice(0, 12);
