/**
 * The one-line blocks around a speech's body: title, byline (post and name of the speaker), date
 * line, salutation. Plain text lines; only the schema is here, behaviour belongs to the editor.
 */
import { mergeAttributes, Node } from "@tiptap/core";

function lineNode(name: string, tag: string, cssClass: string) {
  return Node.create({
    name,
    group: "block",
    content: "inline*",
    defining: true,
    parseHTML: () => [{ tag: `${tag}[data-node="${name}"]`, priority: 60 }],
    renderHTML: ({ HTMLAttributes }) => [
      tag,
      mergeAttributes(HTMLAttributes, { "data-node": name, class: cssClass }),
      0,
    ],
  });
}

/** 在××会议上的讲话: centred, no end punctuation. A document may hold several titled parts. */
export const Title = lineNode("title", "h1", "speech-title");
/** Post and name of the speaker under the title. */
export const Byline = lineNode("byline", "p", "speech-byline");
/** （2026年11月23日） under the byline. */
export const DateLine = lineNode("dateLine", "p", "speech-date-line");
/** 同志们： flush left; may return inside the speech. */
export const Salutation = lineNode("salutation", "p", "speech-salutation");
