// @vitest-environment happy-dom
import { act, createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useSpeechList } from "@/components/speeches/use-speech-list";
import { newSpeechId } from "@/core/ids";
import type { SpeechPage, SpeechSummary } from "@/core/speech";

/** Answers what the list asked for, by its cursor; none for its first page. */
const answers = new Map<string | undefined, (page: SpeechPage) => void>();

vi.mock("@/components/api", () => ({
  listSpeeches: ({ cursor }: { cursor?: string }) =>
    new Promise<SpeechPage>((resolve) => void answers.set(cursor, resolve)),
}));

// Of a speech the list reads no more than this.
const speech = (title: string) => ({ id: newSpeechId(), title }) as SpeechSummary;
const [one, two, created] = [speech("one"), speech("two"), speech("created since")];
const query = { q: "", archived: false };

let root: Root;
let list: ReturnType<typeof useSpeechList>;

function List({ initial }: { initial: Parameters<typeof useSpeechList>[1] }) {
  list = useSpeechList(query, initial);
  return null;
}

async function open(initial: Parameters<typeof useSpeechList>[1]): Promise<void> {
  root = createRoot(document.createElement("div"));
  await act(async () => root.render(createElement(List, { initial })));
}

const answer = (cursor: string | undefined, page: SpeechPage) => act(async () => answers.get(cursor)?.(page));
const titles = () => list.page.speeches.map(({ title }) => title);

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const initial = { page: { speeches: [one], nextCursor: "next" }, query, at: Date.now() };
  await open(initial);
  await act(async () => root.unmount());
  answers.clear();
  await open(initial);
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

it("UI-52 a list that is gone back to shows what is in it now", async () => {
  await answer(undefined, { speeches: [created], nextCursor: null });
  expect(titles()).toEqual(["created since"]);
});

it("UI-52 what was asked for beyond it stays when that comes first", async () => {
  await act(async () => void list.loadMore());
  await answer("next", { speeches: [two], nextCursor: null });
  await answer(undefined, { speeches: [created, one], nextCursor: "next" });
  expect(titles()).toEqual(["created since", "one", "two"]);
});
