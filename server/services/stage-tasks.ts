/** 分工 of a draft: stored, read and told. The callers decided access. */
import { isCollaborator } from "@/core/collaborator";
import { AppError } from "@/core/errors";
import type { PersonId, SpeechId, VersionId } from "@/core/ids";
import type { NewStageTask, StageTask } from "@/core/stage-task";
import type { VersionSummary } from "@/core/version";
import type { Queries } from "../db/database";
import { addNotices } from "./notice-rows";
import { listMembers } from "./speech-members";

/** With the people's names; `invalid-input` for somebody who isn't on the speech or wouldn't see it. */
export async function tasksNamed(
  queries: Queries,
  speechId: SpeechId,
  tasks: readonly NewStageTask[],
): Promise<readonly StageTask[]> {
  if (tasks.length === 0) return [];
  const members = await listMembers(queries, speechId);
  return tasks.map(({ personId, what, dueOn }) => {
    const member = members.find((each) => each.personId === personId);
    if (member === undefined || !isCollaborator(member))
      throw new AppError("invalid-input", undefined, { tasks: "invalid" });
    return { person: { id: personId, name: member.name }, what, dueOn };
  });
}

/** Stores what is expected in the draft that begins with `version`; returns who was told. */
export async function giveTasks(
  queries: Queries,
  speechId: SpeechId,
  actorId: PersonId,
  { id, createdAt }: Pick<VersionSummary, "id" | "createdAt">,
  tasks: readonly StageTask[],
): Promise<readonly PersonId[]> {
  if (tasks.length === 0) return [];
  const rows = tasks.map(({ person, what, dueOn }, position) => ({
    version_id: id,
    position,
    speech_id: speechId,
    person_id: person.id,
    what,
    due_on: dueOn,
  }));
  await queries.insertInto("stage_tasks").values(rows).execute();
  const told: PersonId[] = [];
  for (const [position, { person, dueOn }] of tasks.entries()) {
    const notice = { kind: "task", facts: { version: id, position, dueOn }, speechId, actorId } as const;
    told.push(...(await addNotices(queries, { ...notice, people: [person.id], at: createdAt })));
  }
  return told;
}

/** In their order. */
export async function tasksOf(queries: Queries, versionId: VersionId): Promise<readonly StageTask[]> {
  const rows = await queries
    .selectFrom("stage_tasks")
    .innerJoin("people", "people.id", "stage_tasks.person_id")
    .where("version_id", "=", versionId)
    .orderBy("position")
    .select(["people.id", "people.name", "what", "due_on"])
    .execute();
  return rows.map(({ id, name, what, due_on }) => ({ person: { id, name }, what, dueOn: due_on }));
}
