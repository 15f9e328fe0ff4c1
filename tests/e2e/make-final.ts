import type { SpeechId } from "@/core/ids";
import type { FinalBlockerKeys } from "@/core/sign-off";
import type { Account } from "../helpers/office";

/** Makes a speech final, with a reason for whatever is in the way. */
export async function makeFinal({ visitor }: Account, id: SpeechId): Promise<void> {
  const path = `/api/speeches/${id}/stage`;
  const { blockers } = await visitor.request<{ blockers: FinalBlockerKeys }>("GET", path);
  const overrides = Object.fromEntries(
    Object.entries(blockers).map(([blocker, seen]) => [blocker, { reason: "会上已定", seen }]),
  );
  await visitor.request("POST", path, { stage: "final", note: "", overrides });
}
