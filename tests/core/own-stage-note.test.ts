import { expect, it } from "vitest";
import type { PersonId } from "@/core/ids";
import { ownStageNote, type SignOffRequest, type StageNote } from "@/core/sign-off";

const said = (note: string, tasks: StageNote["tasks"] = []): StageNote => ({
  note,
  tasks,
  by: "周文清",
  at: 1,
});
const asked = (note: string) => ({ note }) as SignOffRequest;
const task = { person: { id: "p" as PersonId, name: "林晓舟" }, what: "统稿", dueOn: null };

it("SG-94 what was said to the signers isn't said for the stage as well; tasks always are", () => {
  expect(ownStageNote({ stageNote: null, request: null })).toBeNull();
  expect(ownStageNote({ stageNote: said("请审定"), request: asked("请审定") })).toBeNull();
  expect(ownStageNote({ stageNote: said("请提意见"), request: null })).toEqual(said("请提意见"));
  expect(ownStageNote({ stageNote: said("请提意见"), request: asked("请审定") })).toEqual(said("请提意见"));
  const withTasks = said("请审定", [task]);
  expect(ownStageNote({ stageNote: withTasks, request: asked("请审定") })).toEqual(withTasks);
});
