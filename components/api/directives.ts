/** The typed client for what leaders want of a speech, and for how one reads. Throws AppError. */
import type { Directive } from "@/core/directive";
import type { DirectiveAnswer, NewDirective } from "@/core/directive-requests";
import type { DirectiveId, SpeechId } from "@/core/ids";
import type { ReadingSettings } from "@/core/reading";
import { request } from "./request";

interface Answer {
  readonly directive: Directive;
}

export async function readDirectives(
  speechId: SpeechId,
  signal?: AbortSignal,
): Promise<readonly Directive[]> {
  const path = `/speeches/${speechId}/directives`;
  return (await request<{ directives: Directive[] }>(path, { signal })).directives;
}

export async function createDirective(speechId: SpeechId, body: NewDirective): Promise<Directive> {
  return (await request<Answer>(`/speeches/${speechId}/directives`, { method: "POST", body })).directive;
}

export async function answerDirective(
  speechId: SpeechId,
  id: DirectiveId,
  body: DirectiveAnswer,
): Promise<Directive> {
  const path = `/speeches/${speechId}/directives/${id}`;
  return (await request<Answer>(path, { method: "PATCH", body })).directive;
}

export async function saveReadingSettings(body: ReadingSettings): Promise<void> {
  await request("/me/reading", { method: "PUT", body });
}
