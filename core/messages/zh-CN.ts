import { account } from "./zh-CN/account";
import { auth } from "./zh-CN/auth";
import { editor } from "./zh-CN/editor";
import { errors, fieldProblems } from "./zh-CN/errors";
import { exports } from "./zh-CN/exports";
import { general } from "./zh-CN/general";
import { home } from "./zh-CN/home";
import { houseStyles } from "./zh-CN/house-styles";
import { imports } from "./zh-CN/imports";
import { inbox } from "./zh-CN/inbox";
import { members } from "./zh-CN/members";
import { officeStages } from "./zh-CN/office-stages";
import { people } from "./zh-CN/people";
import { preview } from "./zh-CN/preview";
import { reading } from "./zh-CN/reading";
import { record } from "./zh-CN/record";
import { signOffs } from "./zh-CN/sign-offs";
import { speech } from "./zh-CN/speech";
import { stages } from "./zh-CN/stages";
import { versions } from "./zh-CN/versions";

/** Chinese: the table that defines every key. Texts with parameters are functions. */
export const zhCN = {
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
