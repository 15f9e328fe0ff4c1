import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { KeptTexts } from "@/components/reading/kept-texts";
import { newCommentId, newPersonId, newSpeechId } from "@/core/ids";
import { FakeStorage } from "../helpers/fake-storage";

const [writer, speech] = [newPersonId(), newSpeechId()];
const loaded = () => new KeptTexts(writer, speech);
const idFor = (texts: KeptTexts, name: string, words: string) => texts.idFor(name, words, newCommentId);

beforeEach(() => void vi.stubGlobal("localStorage", new FakeStorage()));
afterEach(() => void vi.unstubAllGlobals());

it("LV-42 CO-12 the same words keep their id over all attempts; other words, or elsewhere, get one of their own", () => {
  const texts = loaded();
  const first = idFor(texts, "rewording", "推进");
  expect(idFor(texts, "rewording", "推进")).toBe(first);
  const others = [idFor(texts, "rewording", "促进"), idFor(texts, "instruction", "推进")];
  expect(new Set([first, ...others]).size).toBe(3);
  expect(idFor(texts, "rewording", "推进")).toBe(first);
});

it("LV-42 CO-12 they keep it when the page is loaded anew, and for their writer alone", () => {
  const first = idFor(loaded(), "reply", "同意");
  expect(idFor(loaded(), "reply", "同意")).toBe(first);
  expect(idFor(new KeptTexts(newPersonId(), speech), "reply", "同意")).not.toBe(first);
});

it("CO-12 once they arrived, or were taken back, the same words are something else", () => {
  const texts = loaded();
  texts.set("reply", "同意");
  const first = idFor(texts, "reply", "同意");
  texts.set("reply", "");
  expect(idFor(texts, "reply", "同意")).not.toBe(first);
  expect(idFor(loaded(), "reply", "同意")).not.toBe(first);
});
