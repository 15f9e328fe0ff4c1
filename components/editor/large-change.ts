/** So many places or suggestions at once change much of the text: it is kept as a version before. */
export const LARGE_CHANGE = 10;
