/** A file to be saved, never shown in the page's own origin. */
import { fileName } from "@/core/file-names";

export interface FileName {
  /** As people read it; characters that no file system takes are replaced. */
  readonly title: string;
  readonly extension: string;
  /** The media type. */
  readonly type: string;
}

export function fileAnswer(bytes: Uint8Array, { title, extension, type }: FileName): Response {
  const safe = `${fileName(title)}.${extension}`;
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.length),
      // RFC 6266: the plain name for old programs, the encoded one for everybody else.
      "Content-Disposition": `attachment; filename="speech.${extension}"; filename*=UTF-8''${encodeName(safe)}`,
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
