/** The typed client for the preview. Throws AppError. */
import type { SpeechId } from "@/core/ids";
import { type PageRange, type Preview, type PreviewLayout, writtenRange } from "@/core/preview";
import { errorFrom, request, send } from "./request";

/** `near`: the pages that must be drawn; null for all. */
export async function readPreview(
  speechId: SpeechId,
  { layout, near }: { readonly layout: PreviewLayout; readonly near: PageRange | null },
  signal?: AbortSignal,
): Promise<Preview> {
  const path = `/speeches/${speechId}/preview`;
  const query = near === null ? { layout } : { layout, near: writtenRange(near) };
  return (await request<{ preview: Preview }>(path, { query, signal })).preview;
}

/** A page's picture, by its hash. */
export async function readPreviewPage(
  speechId: SpeechId,
  { layout, hash }: { readonly layout: PreviewLayout; readonly hash: string },
): Promise<Blob> {
  const answer = await send(`/api/speeches/${speechId}/preview/${hash}?${new URLSearchParams({ layout })}`, {
    cache: "no-store",
  });
  if (!answer.ok || answer.body === null) throw errorFrom(await answer.json().catch(() => null));
  const picture = new Response(answer.body.pipeThrough(new DecompressionStream("gzip")));
  return new Blob([await picture.arrayBuffer()], { type: "image/svg+xml" });
}
