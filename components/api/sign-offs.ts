/** The typed client for asking people to sign, and for signing. Throws AppError. */
import type { SignOffRequestId, SpeechId } from "@/core/ids";
import type { SignOffs, TextToRead } from "@/core/sign-off";
import type { NewSignOff, NewSignOffRequest } from "@/core/sign-off-requests";
import { request } from "./request";

interface Answer {
  readonly signOffs: SignOffs;
}

export async function readSignOffs(speechId: SpeechId, signal?: AbortSignal): Promise<SignOffs> {
  return (await request<Answer>(`/speeches/${speechId}/sign-offs`, { signal })).signOffs;
}

export async function readTextToSign(speechId: SpeechId, signal?: AbortSignal): Promise<TextToRead> {
  return (await request<{ text: TextToRead }>(`/speeches/${speechId}/sign-offs/text`, { signal })).text;
}

export async function sign(speechId: SpeechId, body: NewSignOff): Promise<SignOffs> {
  return (await request<Answer>(`/speeches/${speechId}/sign-offs`, { method: "POST", body })).signOffs;
}

export async function requestSignOff(speechId: SpeechId, body: NewSignOffRequest): Promise<SignOffs> {
  const path = `/speeches/${speechId}/sign-off-requests`;
  return (await request<Answer>(path, { method: "POST", body })).signOffs;
}

export async function withdrawSignOff(speechId: SpeechId, id: SignOffRequestId): Promise<SignOffs> {
  const path = `/speeches/${speechId}/sign-off-requests/${id}`;
  return (await request<Answer>(path, { method: "DELETE" })).signOffs;
}
