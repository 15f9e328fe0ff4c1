/** What of a blocker people can be told beside its count: whose signature is missing, what is still to be put in. */
import { signerOf, wordsOf } from "./blocker-keys";
import type { Messages } from "./messages/messages";
import type { FinalBlocker } from "./sign-off";

/** More would bury the reasons that are asked for. */
const MOST_WORDS = 8;

/** `names`: of people by their ids; whoever isn't among them is left out. Empty where there is nothing but the count. */
export function blockerDetails(
  blocker: FinalBlocker,
  keys: readonly string[],
  { names, messages }: { readonly names: ReadonlyMap<string, string>; readonly messages: Messages },
): string {
  const { general, signOffs } = messages;
  if (blocker === "placeholders") {
    const words = wordsOf(keys);
    const shown = words.slice(0, MOST_WORDS).join(general.between);
    return words.length > MOST_WORDS ? `${shown}……` : shown;
  }
  if (blocker !== "sign-offs") return "";
  const people = keys.map(signerOf).flatMap(({ id, hasReturned }) => {
    const name = names.get(id);
    if (name === undefined) return [];
    return [hasReturned ? general.aside(name, signOffs.states.returned) : name];
  });
  return people.join(general.between);
}
