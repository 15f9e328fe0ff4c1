import { dayText } from "../day-text";
import type { Messages } from "../messages";
import { counted } from "./counted";

const suggestions = (count: number) =>
  count === 1 ? "one suggestion of yours" : `${count} suggestions of yours`;

const changed = (characters: number) =>
  characters === 0 ? "formatting or order changed" : `${counted(characters, "character")} changed`;

export const inbox: Messages["inbox"] = {
  title: "Inbox",
  open: (unread) => (unread === 0 ? "Inbox" : `Inbox, ${unread} unread`),
  none: "Nothing yet. When somebody mentions you, answers you or asks you to sign, it is listed here.",
  markAll: "Mark all as read",
  unread: "unread",
  gone: "You can’t see this speech any more",
  mention: "mentioned you",
  reply: "answered in a thread of yours",
  review: "asks you to sign",
  reviewBy: (day) => `asks you to sign by ${dayText(day, "en")}`,
  task: "has a task for you",
  taskBy: (day) => `has a task for you, due ${dayText(day, "en")}`,
  signedOff: (answer) => `signed: ${answer}`,
  brokenOwn: (characters, again) =>
    `${again ? "asks you to sign again" : "had you sign"}: ${changed(characters)}, your signature is no longer valid`,
  brokenOthers: (characters, signatures) =>
    `${signatures === 1 ? "has" : `and ${signatures - 1} more have`} to sign again: ${changed(characters)} since`,
  directive: "wants something changed",
  directiveStates: {
    open: "reopened a point of yours",
    asked: "asks back about a point of yours",
    done: "carried out a point of yours",
    withdrawn: "took a point back",
  },
  outcomes: {
    accepted: (count) => `accepted ${suggestions(count)}`,
    rejected: (count) => `rejected ${suggestions(count)}`,
    removed: (count) => `deleted the text of ${suggestions(count)}`,
    reopened: (count) => `undid the decision on ${suggestions(count)}`,
  },
  and: ", ",
  role: (role) => `set your role to “${role}”`,
  removed: (title) => `took you off “${title}”`,
  mailTitle: "E-mail",
  mailAddress: "E-mail address",
  mailSwitch: "Tell me by e-mail of what I haven’t read",
  mailHint: "What happens within a while comes in one mail; what you have seen here isn’t sent.",
  mailUnavailable: "This server has no mail set up; your address is kept for when it has.",
  save: "Save",
  saved: "Saved",
  mail: {
    subject: (count) => `Lectern: ${counted(count, "new notice")}`,
    greeting: (name) => `Dear ${name},`,
    about: "there is news for you in Lectern:",
    earlier: (count) => `(${counted(count, "earlier notice isn’t", "earlier notices aren’t")} listed.)`,
    line: (actor, what) => `${actor} ${what}`,
    onSpeech: (title) => `“${title}”`,
    said: (text) => `“${text}”`,
    open: "Open the inbox",
    foot: "You can change your address, or stop these mails, in Lectern’s inbox.",
  },
};
