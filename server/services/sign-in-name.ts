/** What is typed as a sign-in name, as one of all the spellings that find the same account. */
import { withoutNul } from "@/core/text/without-nul";

/**
 * The name that is looked for and counted against. Without U+0000, which the database looks for no more than it
 * stores it: spellings that find one account must count as one, or each would have attempts of its own.
 */
export const typedSignInName = (typed: string): string => withoutNul(typed).trim().toLowerCase();
