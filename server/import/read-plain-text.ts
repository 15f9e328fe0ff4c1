/** Text files: lines become paragraphs, typed numbers headings. */
import { ImportError, type ImportedText } from "@/core/import";
import type { TextEncoding } from "@/core/import-format";
import { importPlainText } from "@/core/text/import/plain-text";
import { classifiedText } from "./classified-text";
import { createFindings, type Findings } from "./findings";
import { decodeText } from "./text-encoding";

/** Past this share of characters that texts don't have it is no text at all. */
const LARGEST_ODD_SHARE = 0.1;
const ODD = /[\ufffd\p{Cn}\p{Co}]|(?![\t\n\r\v\f\u0085])\p{Cc}/gu;

export function readPlainText(bytes: Uint8Array, encoding: TextEncoding): ImportedText {
  const findings = createFindings();
  return classifiedText(importPlainText(decodedText(bytes, encoding, findings)), findings);
}

/** Counts what is no character in the encoding. Throws `wrong-format` for bytes that are no text. */
export function decodedText(bytes: Uint8Array, encoding: TextEncoding, findings: Findings): string {
  const text = decodeText(bytes, encoding);
  const odd = text.match(ODD)?.length ?? 0;
  if (odd > text.length * LARGEST_ODD_SHARE) throw new ImportError("wrong-format", "not a text");
  for (const { index } of text.matchAll(/\ufffd/g)) {
    findings.add("unknown-character", text.slice(Math.max(0, index - 10), index + 10).replace(/\s+/g, " "));
  }
  return text;
}
