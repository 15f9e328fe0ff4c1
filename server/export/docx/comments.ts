/** comments.xml and commentsExtended.xml: threads as Word's comments with replies and resolved state. */
import type { Comment } from "@/core/review/thread";
import { latinSigns } from "../latin-signs";
import type { CommentAnchors, NumberedComment } from "./comment-anchors";
import type { DocxContext } from "./context";
import { plainRun } from "./run";
import { wordDates } from "./word-dates";
import { type Xml, xml } from "./xml";

/** Word's ids of paragraphs are eight hexadecimal digits under 80000000. */
const paragraphId = (number: number): string => (0x10000000 + number).toString(16).toUpperCase();

export function commentsXml(
  context: DocxContext,
  namespaces: Readonly<Record<string, string>>,
  words: { readonly deleted: string },
): Xml {
  return xml(
    "w:comments",
    namespaces,
    ...context.anchors.comments.map((comment) => commentXml(context, comment, words)),
  );
}

function commentXml(
  context: DocxContext,
  { number, thread, index }: NumberedComment,
  words: { readonly deleted: string },
): Xml {
  const comment = thread.comments[index] as Comment; // the anchors number a thread's own comments
  const lines = (comment.deleted ? words.deleted : comment.body).split("\n");
  return xml(
    "w:comment",
    {
      "w:id": number,
      "w:author": comment.author.name,
      ...wordDates(comment.createdAt, context.timeZone),
      "w:initials": comment.author.name.slice(0, 1),
    },
    ...lines.map((line, at) =>
      xml(
        "w:p",
        // What the extended part knows a comment by is its last paragraph.
        at === lines.length - 1 ? { "w14:paraId": paragraphId(number) } : {},
        xml("w:pPr", {}, xml("w:pStyle", { "w:val": "CommentText" })),
        plainRun(context, { font: "song", latin: latinSigns(line).all }, line),
      ),
    ),
  );
}

export function commentsExtendedXml(
  { comments }: CommentAnchors,
  namespaces: Readonly<Record<string, string>>,
): Xml {
  return xml(
    "w15:commentsEx",
    namespaces,
    ...comments.map(({ number, thread, index }) =>
      xml("w15:commentEx", {
        "w15:paraId": paragraphId(number),
        "w15:paraIdParent": index === 0 ? undefined : paragraphId(number - index),
        "w15:done": thread.resolved === null ? 0 : 1,
      }),
    ),
  );
}
