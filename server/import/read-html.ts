/** Web pages: the cleaner of what is pasted reads them too, but for a file that was exported here. */
import type { ImportedText } from "@/core/import";
import type { TextEncoding } from "@/core/import-format";
import { LIMITS } from "@/core/limits";
import { ownFile } from "@/core/text/html/own-file";
import { classify } from "@/core/text/import/classify";
import { classifiedText } from "./classified-text";
import { createFindings } from "./findings";
import { htmlBlocks, parseHtml } from "./parse-html";
import { decodedText } from "./read-plain-text";

export function readHtmlFile(bytes: Uint8Array, encoding: TextEncoding): ImportedText {
  const findings = createFindings();
  const html = decodedText(bytes, encoding, findings);
  const root = parseHtml(html);
  const own = ownFile(root);
  if (own !== null) return classifiedText({ ...own, notices: [], typed: [] }, findings);
  const text = classifiedText(classify(htmlBlocks(root, html, findings), {}), findings);
  const pageTitle = root.querySelector("title")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const title = text.title ?? ([...pageTitle].slice(0, LIMITS.titleCharacters).join("") || null);
  return { ...text, title };
}
