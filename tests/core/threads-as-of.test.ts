import { expect, it } from "vitest";
import { newCommentId, newPersonId, newThreadId } from "@/core/ids";
import type { Comment, Thread } from "@/core/review/thread";
import { threadsAsOf } from "@/core/review/threads-as-of";

const author = { id: newPersonId(), name: "赵核稿" };
const comment = (body: string, createdAt: number): Comment => ({
  id: newCommentId(),
  author,
  body,
  deleted: false,
  createdAt,
  editedAt: null,
  mentions: [],
  reactions: [{ reaction: "agree", people: [author] }],
});
const thread: Thread = {
  id: newThreadId(),
  quote: "推动",
  directive: null,
  suggestion: null,
  createdAt: 10,
  resolved: { by: author, at: 30 },
  comments: [comment("请核实", 10), comment("已核实", 20)],
};

it("VE-43 a thread has at each moment the comments and the state that it had then", () => {
  const at = (time: number) =>
    threadsAsOf([thread], time, new Map()).map(({ comments, resolved }) => [
      comments.map(({ body }) => body).join(),
      resolved?.at ?? null,
    ]);
  expect(at(9)).toEqual([]);
  expect(at(10)).toEqual([["请核实", null]]);
  expect(at(20)).toEqual([["请核实,已核实", null]]);
  expect(at(30)).toEqual([["请核实,已核实", 30]]);
  expect(threadsAsOf([thread], 30, new Map())[0]?.comments[0]?.reactions).toEqual([]);
});

it("VE-43 an edited comment says what it said then", () => {
  const [first] = thread.comments as [Comment];
  const edited = { ...thread, comments: [{ ...first, body: "三稿", editedAt: 50 }] };
  const former = new Map([
    [
      first.id,
      [
        { body: "一稿", until: 20 },
        { body: "二稿", until: 50 },
      ],
    ],
  ]);
  const at = (time: number) => {
    const [comment] = threadsAsOf([edited], time, former)[0]?.comments ?? [];
    return [comment?.body, comment?.editedAt];
  };
  expect(at(19)).toEqual(["一稿", null]);
  expect(at(20)).toEqual(["二稿", 20]);
  expect(at(50)).toEqual(["三稿", 50]);
});
