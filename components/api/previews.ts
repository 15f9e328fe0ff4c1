/** The typed client for the preview. Throws AppError. */
import type { PaperStyleId } from "@/core/house-style";
import type { SpeechId } from "@/core/ids";
import type { Preview } from "@/core/preview";
import { errorFrom, request, send } from "./request";

export async function readPreview(
  speechId: SpeechId,
  style: PaperStyleId,
  signal?: AbortSignal,
): Promise<Preview> {
  const path = `/speeches/${speechId}/preview`;
  return (await request<{ preview: Preview }>(path, { query: { style }, signal })).preview;
}

/** A page's picture, by its hash. */
export async function readPreviewPage(
  speechId: SpeechId,
  { style, hash }: { readonly style: PaperStyleId; readonly hash: string },
): Promise<Blob> {
  const answer = await send(`/api/speeches/${speechId}/preview/${hash}?${new URLSearchParams({ style })}`, {
    cache: "no-store",
  });
  if (!answer.ok) throw errorFrom(await answer.json().catch(() => null));
  return answer.blob();
}
