/** Texts to make papers of: each another one, so that no program that remembers what it did has it easy. */
import type { DocumentNode } from "@/core/document/schema";
import { archivesSpeech } from "@/core/samples/archives-speech";
import { nodeText } from "@/core/text/count";
import { paragraph, speech, text } from "../../helpers/document-nodes";
import type { Random } from "../../helpers/random";
import { speechOf, withChanges } from "../versions/speech-of";

/** A page of GB/T 9704 is 22 × 28 characters. */
export const CHARACTERS_PER_PAGE = 22 * 28;
/** Several for each paragraph. */
const CHANGES_PER_PAGE = 60;

export function speechOfPages(pages: number, random: Random): DocumentNode {
  const { content = [] } = archivesSpeech.document;
  const more = speechOf(pages * CHARACTERS_PER_PAGE, random).content ?? [];
  return { ...archivesSpeech.document, content: [...content, ...more] };
}

/** As long, with other words in next to every paragraph. */
export function anotherText(document: DocumentNode, pages: number, random: Random): DocumentNode {
  return withChanges(document, pages * CHANGES_PER_PAGE, random);
}

/** All its words in one paragraph, as what is pasted without its line ends is. */
export function inOneParagraph(document: DocumentNode): DocumentNode {
  return speech(paragraph(text(nodeText(document).replaceAll("\n", ""))));
}
