/** The typed client for who wrote in a speech. Throws AppError. */
import type { Author } from "@/core/authors/author";
import type { SpeechId } from "@/core/ids";
import { request } from "./request";

export async function listAuthors(speechId: SpeechId, signal?: AbortSignal): Promise<readonly Author[]> {
  return (await request<{ authors: Author[] }>(`/speeches/${speechId}/authors`, { signal })).authors;
}
