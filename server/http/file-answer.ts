/** A file to be saved, never shown in the page's own origin. */

/** `name`: as people read it; characters that no file system takes are replaced. */
export function fileAnswer(bytes: Uint8Array, { name, type }: { name: string; type: string }): Response {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}\p{Cs}]/gu, "_");
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.length),
      // RFC 6266: the plain name for old programs, the encoded one for everybody else.
      "Content-Disposition": `attachment; filename="speech.docx"; filename*=UTF-8''${encodeName(safe)}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** RFC 8187: what encodeURIComponent leaves and a header's value mustn't hold. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
