/** The typed client for decisions on suggestions. Each function throws AppError. */
import type { DecisionId, SpeechId } from "@/core/ids";
import type { DecisionPage, DecisionReason } from "@/core/review/decision";
import { request } from "./request";

/** The latest first; `before` is the `next` of the page before. */
export function listDecisions(speechId: SpeechId, before?: DecisionId): Promise<DecisionPage> {
  return request<DecisionPage>(`/speeches/${speechId}/decisions`, { query: { before } });
}

export async function explainDecisions(speechId: SpeechId, body: DecisionReason): Promise<void> {
  await request(`/speeches/${speechId}/decisions/reason`, { method: "PUT", body });
}
