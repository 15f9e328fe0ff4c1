import { account } from "./en/account";
import { auth } from "./en/auth";
import { editor } from "./en/editor";
import { errors, fieldProblems } from "./en/errors";
import { exports } from "./en/exports";
import { general } from "./en/general";
import { home } from "./en/home";
import { houseStyles } from "./en/house-styles";
import { imports } from "./en/imports";
import { inbox } from "./en/inbox";
import { members } from "./en/members";
import { officeStages } from "./en/office-stages";
import { people } from "./en/people";
import { preview } from "./en/preview";
import { reading } from "./en/reading";
import { record } from "./en/record";
import { signOffs } from "./en/sign-offs";
import { speech } from "./en/speech";
import { stages } from "./en/stages";
import { versions } from "./en/versions";
import type { Messages } from "./messages";

/** English. The annotation is what makes a missing text a type error. */
export const en: Messages = {
  general,
  errors,
  fieldProblems,
  account,
  auth,
  speech,
  home,
  imports,
  inbox,
  members,
  people,
  editor,
  stages,
  officeStages,
  exports,
  preview,
  reading,
  houseStyles,
  record,
  signOffs,
  versions,
};
