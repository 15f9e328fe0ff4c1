/** The typed client for who wrote in a speech. Throws AppError. */
import type { SpeechAuthors } from "@/core/authors/author";
import type { SpeechId } from "@/core/ids";
import { request } from "./request";

export async function listAuthors(speechId: SpeechId, signal?: AbortSignal): Promise<SpeechAuthors> {
  return request(`/speeches/${speechId}/authors`, { signal });
}
