/**
 * Where a thread of comments stands in the text. The mark holds the thread's id and nothing else: who
 * said what is in the database (core/review/thread.ts). Several threads may share a word.
 */
import { Mark, mergeAttributes } from "@tiptap/core";
import { ID_PATTERN } from "../id-form";

export const COMMENT_MARK = "comment";
/** In HTML; the open threads' style refers to it. */
export const THREAD_ATTRIBUTE = "data-thread";
/** The same where a text is only read: what is copied there brings no thread along when it is pasted. */
export const SHOWN_THREAD_ATTRIBUTE = "data-thread-shown";

export const CommentMark = Mark.create({
  name: COMMENT_MARK,
  // Excludes no other comment.
  excludes: "",
  // What is typed at its end isn't what was commented on.
  inclusive: false,
  addAttributes: () => ({
    thread: {
      default: "",
      validate: (value: unknown) => {
        if (typeof value !== "string" || !ID_PATTERN.test(value)) throw new RangeError("thread id");
      },
      renderHTML: ({ thread }: { thread?: string }) => ({ [THREAD_ATTRIBUTE]: thread }),
      parseHTML: (element: HTMLElement) => element.getAttribute(THREAD_ATTRIBUTE),
    },
  }),
  parseHTML: () => [{ tag: `span[${THREAD_ATTRIBUTE}]` }],
  renderHTML: ({ HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { class: "speech-comment" }),
    0,
  ],
});
