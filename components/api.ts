/**
 * The typed browser client: one function per route; those for people, speeches and members are here, the others in
 * components/api. Each throws AppError (components/api/request.ts).
 */
import type { Role } from "@/core/access";
import type { PersonId, SpeechId } from "@/core/ids";
import type { OfficeStages } from "@/core/office-stages";
import type { DirectoryEntry, NewPerson, Person, PersonChange, SetUp } from "@/core/person";
import type { FinalBlockerKeys } from "@/core/sign-off";
import type { Member, SpeechPage, SpeechSummary } from "@/core/speech";
import type { NewSpeech, SpeechChange, StageMove } from "@/core/speech-requests";
import type { VersionSummary } from "@/core/version";
import { request } from "./api/request";
import { tellSessionChanged } from "./api/session-change";

export interface SpeechListQuery {
  readonly q: string;
  readonly archived: boolean;
  readonly cursor?: string;
}

export async function setUp(input: SetUp): Promise<Person> {
  return (await request<{ person: Person }>("/setup", { method: "POST", body: input })).person;
}

export async function getMe(): Promise<Person> {
  return (await request<{ person: Person }>("/me")).person;
}

/** Begins a new session for this browser; its other tabs, whose sessions are over or were refused, go on in it. */
export async function changeOwnPassword(currentPassword: string, newPassword: string): Promise<void> {
  await request("/me/password", { method: "POST", body: { currentPassword, newPassword } });
  tellSessionChanged();
}

export async function listPeople(): Promise<readonly Person[]> {
  return (await request<{ people: Person[] }>("/people")).people;
}

export async function createPerson(input: NewPerson): Promise<Person> {
  return (await request<{ person: Person }>("/people", { method: "POST", body: input })).person;
}

export async function changePerson(personId: PersonId, change: PersonChange): Promise<Person> {
  return (await request<{ person: Person }>(`/people/${personId}`, { method: "PATCH", body: change })).person;
}

export async function resetPassword(personId: PersonId, initialPassword: string): Promise<void> {
  await request(`/people/${personId}/password`, { method: "POST", body: { initialPassword } });
}

export async function findColleagues(q: string, signal?: AbortSignal): Promise<readonly DirectoryEntry[]> {
  return (await request<{ people: DirectoryEntry[] }>("/directory", { query: { q }, signal })).people;
}

export function listSpeeches(query: SpeechListQuery, signal?: AbortSignal): Promise<SpeechPage> {
  const { q, archived, cursor } = query;
  return request<SpeechPage>("/speeches", { query: { q, archived: String(archived), cursor }, signal });
}

export async function createSpeech(input: NewSpeech): Promise<SpeechSummary> {
  return (await request<{ speech: SpeechSummary }>("/speeches", { method: "POST", body: input })).speech;
}

/** Resolves with the version that was kept of the text at that moment. */
export async function moveStage(speechId: SpeechId, move: StageMove): Promise<VersionSummary> {
  const path = `/speeches/${speechId}/stage`;
  return (await request<{ version: VersionSummary }>(path, { method: "POST", body: move })).version;
}

export interface FinalBlockersNow {
  readonly blockers: FinalBlockerKeys;
  /** Of whoever was ever asked to sign, by their ids. */
  readonly names: Readonly<Record<string, string>>;
}

/** What keeps the speech from being made final at this moment. */
export function readFinalBlockers(speechId: SpeechId, signal?: AbortSignal): Promise<FinalBlockersNow> {
  return request<FinalBlockersNow>(`/speeches/${speechId}/stage`, { signal });
}

export async function listOfficeStages(): Promise<OfficeStages> {
  return (await request<{ stages: OfficeStages }>("/stages")).stages;
}

/** All stages at once, for an administrator who knows them as `known`. */
export async function changeOfficeStages(stages: OfficeStages, known: OfficeStages): Promise<OfficeStages> {
  const options = { method: "PUT", body: { stages, known } } as const;
  return (await request<{ stages: OfficeStages }>("/stages", options)).stages;
}

export async function getSpeech(speechId: SpeechId): Promise<SpeechSummary> {
  return (await request<{ speech: SpeechSummary }>(`/speeches/${speechId}`)).speech;
}

export async function changeSpeech(speechId: SpeechId, change: SpeechChange): Promise<SpeechSummary> {
  const path = `/speeches/${speechId}`;
  return (await request<{ speech: SpeechSummary }>(path, { method: "PATCH", body: change })).speech;
}

export async function listMembers(speechId: SpeechId): Promise<readonly Member[]> {
  return (await request<{ members: Member[] }>(`/speeches/${speechId}/members`)).members;
}

export async function addMember(
  speechId: SpeechId,
  personId: PersonId,
  role: Role,
): Promise<readonly Member[]> {
  const options = { method: "POST", body: { personId, role } } as const;
  return (await request<{ members: Member[] }>(`/speeches/${speechId}/members`, options)).members;
}

export async function changeMember(
  speechId: SpeechId,
  personId: PersonId,
  role: Role,
): Promise<readonly Member[]> {
  const path = `/speeches/${speechId}/members/${personId}`;
  return (await request<{ members: Member[] }>(path, { method: "PATCH", body: { role } })).members;
}

export async function removeMember(speechId: SpeechId, personId: PersonId): Promise<readonly Member[]> {
  const path = `/speeches/${speechId}/members/${personId}`;
  return (await request<{ members: Member[] }>(path, { method: "DELETE" })).members;
}
