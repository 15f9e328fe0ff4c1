/** The encoding that a web page says it is in. */
import { TEXT_ENCODINGS, type TextEncoding } from "@/core/import-format";

/** Browsers look at 1,024 bytes; pages whose head begins with scripts say it later. */
const HEAD_BYTES = 8 * 1024;
const DECLARATIONS = [
  /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)/i,
  /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i,
];

/** Null when it says none, or one that isn't read here. What it says needn't be true. */
export function declaredEncoding(bytes: Uint8Array): TextEncoding | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD_BYTES));
  const label = DECLARATIONS.map((declaration) => declaration.exec(head)?.[1]).find(
    (name) => name !== undefined,
  );
  const name = label === undefined ? null : nameOf(label);
  // A declaration that can be read as ASCII doesn't stand in UTF-16.
  return TEXT_ENCODINGS.find((encoding) => encoding === name && !encoding.startsWith("utf-16")) ?? null;
}

/** GB2312, GBK and x-gbk are parts or other names of one encoding, and so on. */
function nameOf(label: string): string | null {
  try {
    const name = new TextDecoder(label).encoding;
    return name === "gbk" ? "gb18030" : name;
  } catch {
    return null;
  }
}
