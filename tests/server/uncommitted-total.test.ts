/** What the rooms of a server hold that isn't durable, all together. */
import { expect, it } from "vitest";
import { LIMITS } from "@/core/limits";
import { CommitQueue } from "@/server/sync/commit-queue";
import { UncommittedTotal } from "@/server/sync/uncommitted-total";
import { keepingLogger } from "../helpers/keeping-logger";
import { until } from "../helpers/rooms";

const PART = LIMITS.uncommittedBytes / 2;

/** The queue of one room, on a log that answers when the test says so. */
function openQueue(total: UncommittedTotal) {
  const answers: (() => void)[] = [];
  const queue = new CommitQueue({
    depart: async () => undefined,
    append: () =>
      new Promise((resolve) => {
        answers.push(() => resolve(1));
      }),
    onCommitted: () => undefined,
    onStored: () => undefined,
    onStorage: () => undefined,
    onRefused: () => undefined,
    total,
    logger: keepingLogger(),
    retryMs: [1, 1],
  });
  const submit = (bytes: number) =>
    queue.submit({
      update: new Uint8Array(bytes),
      bindings: [],
      decisions: [],
      removals: [],
      author: {},
      payloadCount: 1,
    });
  return { queue, submit, answers };
}

it("SY-06 past the limit of all speeches together writers of each are stopped, until something is stored", async () => {
  const total = new UncommittedTotal();
  const rooms = Array.from({ length: LIMITS.allUncommittedBytes / PART }, () => openQueue(total));
  const [first, last, another] = [rooms[0], rooms.at(-1), openQueue(total)];
  if (first === undefined || last === undefined) throw new Error("no rooms");
  for (const { queue, submit } of rooms.slice(1)) {
    expect(queue.hasRoomFor(PART)).toBe(true);
    submit(PART);
  }
  expect(another.queue.hasRoomFor(PART / 2)).toBe(true);
  first.submit(PART);
  for (const { queue } of [another, ...rooms]) expect(queue.hasRoomFor(1)).toBe(false);
  await until(() => first.answers.length === 1 && last.answers.length === 1);
  first.answers[0]?.();
  await until(() => first.queue.idle);
  expect(another.queue.hasRoomFor(PART / 2)).toBe(true);
  for (const { queue, answers } of rooms.slice(1)) {
    await until(() => answers.length === 1);
    answers[0]?.();
    await until(() => queue.idle);
  }
  expect(total.bytes).toBe(0);
});
