/** The typed client for the preview. Throws AppError. */
import type { SpeechId } from "@/core/ids";
import type { Preview, PreviewLayout } from "@/core/preview";
import { errorFrom, request, send } from "./request";

export async function readPreview(
  speechId: SpeechId,
  layout: PreviewLayout,
  signal?: AbortSignal,
): Promise<Preview> {
  const path = `/speeches/${speechId}/preview`;
  return (await request<{ preview: Preview }>(path, { query: { layout }, signal })).preview;
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
