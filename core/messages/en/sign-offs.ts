import { dayText } from "../day-text";
import type { Messages } from "../messages";

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

export const signOffs: Messages["signOffs"] = {
  answers: { agreed: "Agreed", "agreed-with-changes": "Agreed with changes", returned: "Returned" },
  states: {
    waiting: "Waits for others",
    asked: "Not signed yet",
    signed: "Signed",
    broken: "No longer valid",
    returned: "Returned",
  },
  blockers: {
    "nobody-asked": () => "Nobody was asked to sign, as this office wants before a text is final",
    "sign-offs": (count) => `${people(count)} haven't signed the present text`,
    suggestions: (count) => `${count === 1 ? "1 suggestion stands" : `${count} suggestions stand`} undecided`,
    directives: (count) =>
      count === 1
        ? "1 point of the leader’s not carried out"
        : `${count} points of the leader’s not carried out`,
    threads: (count) => `${count === 1 ? "1 comment" : `${count} comments`} by signers not resolved`,
    placeholders: (count) =>
      `${count === 1 ? "1 place" : `${count} places`} still to be filled in, such as ×× or 20xx`,
  },
  title: "Sign-off",
  request: "Send for sign-off",
  requestAnew: "Send again",
  requestTitle: "Send for sign-off",
  requestHint: "The present text is kept as the draft for review, and these people are asked to sign it.",
  people: "Signers",
  peopleHint: "Members who only view can't sign; change their role under Members first.",
  order: "How they sign",
  inOrder: "One after the other",
  atOnce: "All at once",
  inOrderHint: "In the order chosen above; each is asked once the one before has signed.",
  dueOn: "Sign by",
  note: "Note (optional)",
  sent: (names) => `Sent; ${names} asked to sign`,
  withdraw: "Take back",
  withdrawn: "The request was taken back",
  due: (day) => `Sign by ${dayText(day, "en")}`,
  none: "Not sent for sign-off yet.",
  signedText: (hash) => `See the text that was signed (${hash})`,
  allSigned: "All signed",
  signedOf: (signed, all) => `${signed} of ${all} signed`,
  ended: {
    returned: "Returned. Send it again once it is revised.",
    withdrawn: "The request was taken back.",
  },
  broken: (characters) =>
    characters === 0
      ? "Formatting or order changed: no longer signed"
      : `${characters === 1 ? "1 character" : `${characters} characters`} changed: no longer signed`,
  brokenFor: (names) => `To sign again: ${names}.`,
  stop: ". ",
  returnedBy: (name, opinion) => `${name} returned it: ${opinion}`,
  seeChanges: "See changes",
  asksYou: (name) => `${name} asks you to sign this speech.`,
  asksYouAgain: "Please see the changes and sign again.",
  goSign: "Read and sign",
  page: "Sign-off",
  pageTitle: "For signing",
  accepted: "Shown with all suggestions accepted; this is the text that is signed.",
  loading: "Opening…",
  readNew: "Read the new text",
  opinion: "Opinion",
  opinionPlaceholder: "Needed when you return it or want changes; optional when you agree",
  opinionRequired: "Say why you return it",
  changesRequired: "Say what to change, or change or mark it in the text first; else choose “Agreed”",
  opinionAnswered:
    "What you write becomes a point of the leader’s, to be carried out before the text is final.",
  confirm: (answer) => `Your answer is “${answer}”, for the text above.`,
  submit: (answer) => `Sign: ${answer}`,
  done: (answer) => `Signed: ${answer}`,
  yours: (answer) => `Your answer: ${answer}`,
  notAsked: "You aren't asked to sign this speech, but may read it.",
  waiting: "It isn't your turn yet: others sign before you.",
  backToText: "Back to the text",
  blocked: "Not ready to be final",
  blockersChanged:
    "This changed since you saw it: below is how it is now. Read it again; what you wrote is still there.",
  overrideReason: (what) => `${what}: why make it final nonetheless`,
  overrideHint: "The chief may go past each with a written reason, which stays on the record.",
};
