/**
 * Who may do what: the only place where access is decided. The interface, every HTTP route and the
 * socket ask it; none of them compares roles by itself.
 */

import type { Stage } from "./speech";

/** Roles on one speech, weakest first: 查看、批注、修订、编辑、主笔. */
export const ROLES = ["viewer", "commenter", "suggester", "editor", "chief"] as const;
export type Role = (typeof ROLES)[number];

/**
 * What can be done to one speech. `comment` covers one's own threads; `manage-threads` is resolving,
 * reopening and placing those of others; `see-versions` covers everything about how the text came
 * about, who wrote what and who signed included; `sign-off` is answering when one is asked to;
 * `lock-suggesting` makes everybody else write suggestions only.
 */
export const SPEECH_ACTIONS = [
  "read",
  "comment",
  "manage-threads",
  "suggest",
  "edit",
  "rename",
  "change-settings",
  "archive",
  "manage-members",
  "lock-suggesting",
  "see-versions",
  "make-version",
  "restore-version",
  "move-stage",
  "request-sign-off",
  "sign-off",
  "export",
] as const;
export type SpeechAction = (typeof SPEECH_ACTIONS)[number];

const ALLOWED: Readonly<Record<Role, ReadonlySet<SpeechAction>>> = {
  viewer: new Set(["read", "export"]),
  // A viewer is shown the text as it is, not how it came about.
  commenter: new Set(["read", "comment", "see-versions", "sign-off", "export"]),
  suggester: new Set(["read", "comment", "suggest", "see-versions", "sign-off", "export"]),
  editor: new Set([
    "read",
    "comment",
    "manage-threads",
    "suggest",
    "edit",
    "rename",
    "change-settings",
    "see-versions",
    "make-version",
    "restore-version",
    "sign-off",
    "export",
  ]),
  chief: new Set(SPEECH_ACTIONS),
};

/** Whether someone with this role on a speech may do this to it; null is someone who isn't on it. */
export function can(role: Role | null, action: SpeechAction): boolean {
  return role !== null && ALLOWED[role].has(action);
}

/** Whether this role writes into the text at all, be it only suggestions: then its updates are taken and judged. */
export function canWrite(role: Role | null): boolean {
  return can(role, "edit") || can(role, "suggest");
}

/** Whether everything that this role writes is a suggestion. */
export function onlySuggests(role: Role | null): boolean {
  return can(role, "suggest") && !can(role, "edit");
}

/** The state of a speech that takes rights from every role. */
export interface SpeechState {
  readonly archived: boolean;
  readonly stage: Stage;
  /** Everybody writes suggestions only; who may change this, only in the page: see pageSuggests(). */
  readonly suggestOnly: boolean;
}

/**
 * The role that counts for what is done beside the text, as moving the stage and naming versions: archived,
 * everybody on the speech may read and no more; a final one (定稿) can still be opened.
 */
export function roleUnlessArchived(
  role: Role | null,
  { archived }: Pick<SpeechState, "archived">,
): Role | null {
  return role !== null && archived ? "viewer" : role;
}

/**
 * The role that counts for a speech's text and title: archived, everybody on it may read and no more;
 * final (定稿), the text stays as it was signed, and can still be commented; locked in 修订, who would
 * edit suggests.
 */
export function roleOnText(given: Role | null, { archived, stage, suggestOnly }: SpeechState): Role | null {
  const role = roleUnlessArchived(given, { archived });
  if (stage === "final" && canWrite(role)) return "commenter";
  return suggestOnly && can(role, "edit") && !can(role, "lock-suggesting") ? "suggester" : role;
}

/**
 * The role that counts for what is remarked on a speech: that its text is locked in 修订 takes nothing from who answers,
 * resolves and places what others remarked, which a round of review is for.
 */
export function roleOnRemarks(role: Role | null, state: Omit<SpeechState, "suggestOnly">): Role | null {
  return roleOnText(role, { ...state, suggestOnly: false });
}

/** Whether everything that somebody with this role writes into a speech's text as it is now is a suggestion. */
export function suggestsOnText(role: Role | null, state: SpeechState): boolean {
  return onlySuggests(roleOnText(role, state));
}

/**
 * Whether a page makes suggestions of all that this person writes, whatever they chose. In a locked text of the chief's too,
 * who unlocks it to write directly: the server can't ask that, since accepting is done by writing.
 */
export function pageSuggests(role: Role | null, state: SpeechState): boolean {
  return suggestsOnText(role, state) || (state.suggestOnly && canWrite(roleOnText(role, state)));
}

/** What can be done to the installation rather than to one speech. */
export const OFFICE_ACTIONS = [
  "create-speech",
  "see-directory",
  "see-house-styles",
  "manage-people",
  "manage-stages",
  "manage-house-styles",
] as const;
export type OfficeAction = (typeof OFFICE_ACTIONS)[number];

const FOR_ADMINISTRATORS: ReadonlySet<OfficeAction> = new Set([
  "manage-people",
  "manage-stages",
  "manage-house-styles",
]);

/**
 * Whether a signed-in person may do this in the office. An administrator manages people but, by
 * that, opens no speech: its text is for those whom its chief gave a role on it.
 */
export function canInOffice(person: { readonly administrator: boolean }, action: OfficeAction): boolean {
  return !FOR_ADMINISTRATORS.has(action) || person.administrator;
}
