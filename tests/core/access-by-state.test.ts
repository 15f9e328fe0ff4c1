import { describe, expect, it } from "vitest";
import {
  can,
  ROLES,
  roleOnRemarks,
  roleOnText,
  roleUnlessArchived,
  type SpeechState,
  suggestsOnText,
} from "@/core/access";

const DRAFT: SpeechState = { archived: false, stage: "draft", suggestOnly: false };

describe("what the state of a speech leaves of each role", () => {
  it("AC-05 archived everybody reads and no more, final or not; who isn't on it stays away", () => {
    for (const role of ROLES) {
      expect(roleUnlessArchived(role, { archived: true })).toBe("viewer");
      expect(roleUnlessArchived(role, { archived: false })).toBe(role);
      for (const stage of ["draft", "final"] as const) {
        expect(roleOnText(role, { archived: true, stage, suggestOnly: true })).toBe("viewer");
      }
    }
    expect(roleUnlessArchived(null, { archived: true })).toBeNull();
    expect(roleOnText(null, { archived: true, stage: "final", suggestOnly: true })).toBeNull();
  });

  it("SU-40 suggestions only: whoever has no more right than that, and locked whoever edits but the chief", () => {
    const suggesting = (state: SpeechState) => ROLES.filter((role) => suggestsOnText(role, state));
    expect(suggesting(DRAFT)).toEqual(["suggester"]);
    expect(suggesting({ ...DRAFT, suggestOnly: true })).toEqual(["suggester", "editor"]);
    expect(suggesting({ ...DRAFT, suggestOnly: true, stage: "final" })).toEqual([]);
    expect(suggesting({ ...DRAFT, suggestOnly: true, archived: true })).toEqual([]);
  });

  it("SU-86 locked, whoever manages threads does so as before; archived or final nobody does", () => {
    const managing = (state: SpeechState) =>
      ROLES.filter((role) => can(roleOnRemarks(role, state), "manage-threads"));
    expect(managing(DRAFT)).toEqual(["editor", "chief"]);
    expect(managing({ ...DRAFT, suggestOnly: true })).toEqual(["editor", "chief"]);
    expect(managing({ ...DRAFT, suggestOnly: true, stage: "final" })).toEqual([]);
    expect(managing({ ...DRAFT, suggestOnly: true, archived: true })).toEqual([]);
  });
});
