import { expect, it } from "vitest";
import { ROLES } from "@/core/access";
import { isCollaborator } from "@/core/collaborator";

it("SG-48 a task can be given to whoever may see how the text comes about and can still sign in", () => {
  const among = (disabled: boolean) => ROLES.filter((role) => isCollaborator({ role, disabled }));
  expect(among(false)).toEqual(["commenter", "suggester", "editor", "chief"]);
  expect(among(true)).toEqual([]);
});
