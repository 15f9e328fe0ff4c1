/** Reasons to go past what keeps a speech from being final, given for all of it as it is at this moment. */
import type { SpeechId } from "@/core/ids";
import type { Person } from "@/core/person";
import { FINAL_BLOCKERS, type FinalBlocker } from "@/core/sign-off";
import type { Overrides } from "@/core/sign-off-requests";
import type { StageService } from "@/server/services/stages";

export async function reasonsNow(
  stages: Pick<StageService, "blockers">,
  chief: Person,
  speechId: SpeechId,
  reasons: Readonly<Partial<Record<FinalBlocker, string>>>,
): Promise<Overrides> {
  const { blockers } = await stages.blockers(chief, speechId);
  const overrides: Overrides = {};
  for (const blocker of FINAL_BLOCKERS) {
    const reason = reasons[blocker];
    if (reason !== undefined) overrides[blocker] = { reason, seen: [...(blockers[blocker] ?? [])] };
  }
  return overrides;
}
