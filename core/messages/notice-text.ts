/** What a notice says behind the name of who did it, in the page and in a mail. */
import type { Notice, SuggestionOutcomes } from "../notice";
import { DECISION_OUTCOMES } from "../review/decision";
import type { Messages } from "./messages";

/** Without any text of a speech; only the title of one that the reader was taken off. */
export function noticeText({ kind, facts }: Notice, { inbox: words, signOffs, speech }: Messages): string {
  switch (kind) {
    case "mention":
      return words.mention;
    case "reply":
      return words.reply;
    case "review":
      return facts.dueOn === null ? words.review : words.reviewBy(facts.dueOn);
    case "task":
      return facts.dueOn === null ? words.task : words.taskBy(facts.dueOn);
    case "broken":
      return facts.of === "own"
        ? words.brokenOwn(facts.characters, facts.asksAgain)
        : words.brokenOthers(facts.characters, facts.signatures);
    case "directive":
      return words.directive;
    case "access":
      return facts.role === null ? words.removed(facts.title) : words.role(speech.roles[facts.role]);
    case "decision":
      if (facts.on === "sign-off") return words.signedOff(signOffs.answers[facts.answer]);
      return facts.on === "directive" ? words.directiveStates[facts.state] : decided(facts.outcomes, words);
  }
}

function decided(outcomes: SuggestionOutcomes, words: Messages["inbox"]): string {
  const parts = DECISION_OUTCOMES.flatMap((outcome) => {
    const count = outcomes[outcome] ?? 0;
    return count === 0 ? [] : [words.outcomes[outcome](count)];
  });
  return parts.join(words.and);
}
