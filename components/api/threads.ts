/** The typed client for threads: one function per route. Each throws AppError. */
import type { CommentId, SpeechId, ThreadId } from "@/core/ids";
import type { Thread } from "@/core/review/thread";
import type {
  CommentChange,
  NewComment,
  NewThread,
  ReactionChange,
  ThreadPlace,
} from "@/core/review/thread-requests";
import { request } from "./request";

export async function listThreads(speechId: SpeechId): Promise<readonly Thread[]> {
  return (await request<{ threads: Thread[] }>(`/speeches/${speechId}/threads`)).threads;
}

export function createThread(speechId: SpeechId, body: NewThread): Promise<Thread> {
  return send(`/speeches/${speechId}/threads`, "POST", body);
}

export function reply(speechId: SpeechId, threadId: ThreadId, body: NewComment): Promise<Thread> {
  return send(`/speeches/${speechId}/threads/${threadId}/comments`, "POST", body);
}

export function resolveThread(speechId: SpeechId, threadId: ThreadId, resolved: boolean): Promise<Thread> {
  return send(`/speeches/${speechId}/threads/${threadId}`, "PATCH", { resolved });
}

export function placeThread(speechId: SpeechId, threadId: ThreadId, place: ThreadPlace): Promise<Thread> {
  return send(`/speeches/${speechId}/threads/${threadId}/place`, "PUT", place);
}

export function changeComment(speechId: SpeechId, id: CommentId, change: CommentChange): Promise<Thread> {
  return send(`/speeches/${speechId}/comments/${id}`, "PATCH", change);
}

/** Null when the thread went with it. */
export async function deleteComment(speechId: SpeechId, id: CommentId): Promise<Thread | null> {
  const path = `/speeches/${speechId}/comments/${id}`;
  return (await request<{ thread: Thread | null }>(path, { method: "DELETE" })).thread;
}

export function react(speechId: SpeechId, id: CommentId, change: ReactionChange): Promise<Thread> {
  return send(`/speeches/${speechId}/comments/${id}/reactions`, "PUT", change);
}

async function send(path: string, method: "POST" | "PUT" | "PATCH", body: unknown): Promise<Thread> {
  return (await request<{ thread: Thread }>(path, { method, body })).thread;
}
