import { expect, it } from "vitest";
import { changedFields } from "@/components/form/changed-fields";

it("UI-35 a form sends what was changed in it and nothing else, an emptied field too", () => {
  const begun = { title: "旧题目", dueOn: "2026-12-08" as string | null, rate: 200, administrator: true };
  expect(changedFields({ ...begun, dueOn: null }, begun)).toEqual({ dueOn: null });
  expect(changedFields({ ...begun, title: "", administrator: false }, begun)).toEqual({
    title: "",
    administrator: false,
  });
  expect(changedFields({ ...begun }, begun)).toEqual({});
});
