import { describe, expect, it } from "vitest";
import {
  filterThreads,
  standingFilter,
  type ThreadFilter,
  threadsPerPart,
} from "@/components/editor/comments/thread-filter";
import type { OutlinePart } from "@/components/editor/outline/read-outline";
import { newCommentId, newPersonId, newThreadId, type PersonId, type ThreadId } from "@/core/ids";
import type { Comment, Thread } from "@/core/review/thread";

const [me, other, third] = [newPersonId(), newPersonId(), newPersonId()];
const person = (id: PersonId) => ({ id, name: "某人" });

function comment(author: PersonId, more: Partial<Comment> = {}): Comment {
  const rest = { body: "请核", deleted: false, createdAt: 1, editedAt: null, mentions: [], reactions: [] };
  return { id: newCommentId(), author: person(author), ...rest, ...more };
}

function thread(comments: readonly Comment[], resolved = false): Thread {
  const by = resolved ? { by: person(other), at: 2 } : null;
  const rest = { quote: "正文", createdAt: 1, directive: null, suggestion: null };
  return { id: newThreadId(), ...rest, resolved: by, comments };
}

/** 一、… 10 to 50 with （一）… from 20, then 二、… from 50 to the end at 80. */
const parts = [
  { key: "one", level: 1, pos: 10 },
  { key: "one-one", level: 2, pos: 20 },
  { key: "two", level: 1, pos: 50 },
] as unknown as readonly OutlinePart[]; // the filter reads nothing else of them

const threads = {
  others: thread([comment(other)]),
  answeredByMe: thread([comment(other), comment(me)]),
  mentionsMe: thread([comment(third, { mentions: [me] })]),
  withdrawnByMe: thread([comment(other), comment(me, { deleted: true })]),
  done: thread([comment(me)], true),
  ofTheWhole: thread([comment(third)]),
};
const names = Object.keys(threads) as (keyof typeof threads)[];
const places = new Map<ThreadId, { from: number; to: number }>([
  [threads.others.id, { from: 12, to: 14 }],
  [threads.answeredByMe.id, { from: 20, to: 24 }],
  [threads.mentionsMe.id, { from: 49, to: 60 }],
  [threads.withdrawnByMe.id, { from: 50, to: 52 }],
  [threads.done.id, { from: 13, to: 15 }],
]);
const facts = { me, places, parts, end: 80 };

function shown(filter: ThreadFilter, active: ThreadId | null = null): string[] {
  const found = filterThreads(Object.values(threads), filter, { ...facts, active });
  return names.filter((name) => found.includes(threads[name]));
}

describe("which threads the panel shows", () => {
  it.each<[ThreadFilter, string[]]>([
    [{ kind: "open" }, ["others", "answeredByMe", "mentionsMe", "withdrawnByMe", "ofTheWhole"]],
    [{ kind: "resolved" }, ["done"]],
    [{ kind: "mine" }, ["answeredByMe"]],
    [{ kind: "mentions-me" }, ["mentionsMe"]],
    [{ kind: "person", personId: third }, ["mentionsMe", "ofTheWhole"]],
    [{ kind: "part", key: "one" }, ["others", "answeredByMe", "mentionsMe"]],
    [{ kind: "part", key: "one-one" }, ["answeredByMe", "mentionsMe"]],
    [{ kind: "part", key: "two" }, ["withdrawnByMe"]],
    [{ kind: "part", key: "gone" }, []],
  ])("CO-42 %j", (filter, expected) => {
    expect(shown(filter)).toEqual(expected);
  });

  it.each<[ThreadFilter, ThreadFilter]>([
    [
      { kind: "part", key: "one-one" },
      { kind: "part", key: "one-one" },
    ],
    [{ kind: "part", key: "gone" }, { kind: "open" }],
    [
      { kind: "person", personId: third },
      { kind: "person", personId: third },
    ],
    [{ kind: "person", personId: newPersonId() }, { kind: "open" }],
    [{ kind: "resolved" }, { kind: "resolved" }],
  ])("ED-92 all that is open is shown once what it was narrowed to is gone: %j", (chosen, expected) => {
    expect(standingFilter(chosen, { threads: Object.values(threads), parts })).toEqual(expected);
  });

  it("CO-42 the thread in use stays when a colleague resolves it, in its place", () => {
    const open = shown({ kind: "open" });
    expect(shown({ kind: "open" }, threads.done.id)).toEqual([...open.slice(0, 4), "done", "ofTheWhole"]);
    expect(shown({ kind: "open" }, threads.others.id)).toEqual(open);
  });

  it("CO-42 a part counts its open threads, those of its parts included", () => {
    const counts = threadsPerPart(Object.values(threads), facts);
    expect(Object.fromEntries(counts)).toEqual({ one: 3, "one-one": 2, two: 1 });
  });
});
