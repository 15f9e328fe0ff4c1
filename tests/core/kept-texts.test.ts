import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetKeptTexts, KeptTexts } from "@/components/reading/kept-texts";
import { newPersonId, newSpeechId } from "@/core/ids";
import { FakeStorage } from "../helpers/fake-storage";

beforeEach(() => void vi.stubGlobal("localStorage", new FakeStorage()));
afterEach(() => void vi.unstubAllGlobals());

it("LV-43 SG-60 what isn't sent yet is there on another page of the same speech, for its writer alone", () => {
  const [leader, other] = [newPersonId(), newPersonId()];
  const speech = newSpeechId();
  new KeptTexts(leader, speech).set("instruction-请讨论。", "补充");
  const reloaded = new KeptTexts(leader, speech);
  expect(reloaded.get("instruction-请讨论。")).toBe("补充");
  expect(reloaded.get("rewording-请讨论。")).toBeUndefined();
  expect(new KeptTexts(other, speech).get("instruction-请讨论。")).toBeUndefined();
  expect(new KeptTexts(leader, newSpeechId()).get("instruction-请讨论。")).toBeUndefined();
  reloaded.set("instruction-请讨论。", "");
  expect(new KeptTexts(leader, speech).get("instruction-请讨论。")).toBeUndefined();
});

it("LV-80 the names of all that is kept are known on another page too, without storage for as long as the page", () => {
  const [leader, speech] = [newPersonId(), newSpeechId()];
  const texts = new KeptTexts(leader, speech);
  texts.set("instruction-甲", "补充");
  texts.set("instruction-乙", "再补充");
  texts.set("instruction-乙", "");
  texts.set("opinion", "请 @王建国 核", [{ at: 2, name: "王建国", personId: newPersonId() }]);
  // Sent, with what was written under that name or another.
  for (const name of ["instruction-甲", "instruction-丁"]) texts.idFor(name, "补充", newPersonId);
  new KeptTexts(newPersonId(), speech).set("instruction-丙", "别人的");
  const names = ["instruction-甲", "opinion"];
  expect([...texts.names()].sort()).toEqual(names);
  expect([...new KeptTexts(leader, speech).names()].sort()).toEqual(names);
  vi.stubGlobal("localStorage", undefined);
  expect([...texts.names()].sort()).toEqual(names);
});

it("CO-41 CO-60 who was chosen in it is kept along, and goes with it", () => {
  const [writer, speech, chosen] = [newPersonId(), newSpeechId(), newPersonId()];
  const mention = { at: 2, name: "王建国", personId: chosen };
  new KeptTexts(writer, speech).set("thread", "请 @王建国 核", [mention]);
  const reloaded = new KeptTexts(writer, speech);
  expect(reloaded.chosenIn("thread")).toEqual([mention]);
  reloaded.set("thread", "");
  expect(new KeptTexts(writer, speech).chosenIn("thread")).toEqual([]);
});

it("LV-43 signing out forgets all that its person wrote, and nobody else's", () => {
  const [leader, other] = [newPersonId(), newPersonId()];
  const speech = newSpeechId();
  for (const person of [leader, other]) new KeptTexts(person, speech).set("opinion", "同意");
  forgetKeptTexts(leader);
  expect(new KeptTexts(leader, speech).get("opinion")).toBeUndefined();
  expect(new KeptTexts(other, speech).get("opinion")).toBe("同意");
});

it("LV-43 without storage it holds as long as the page", () => {
  vi.stubGlobal("localStorage", undefined);
  const texts = new KeptTexts(newPersonId(), newSpeechId());
  texts.set("opinion", "同意");
  expect(texts.get("opinion")).toBe("同意");
});

it("LV-43 what a full storage doesn't take comes back as it was typed last, and is kept once there is room", () => {
  const storage = new FakeStorage();
  vi.stubGlobal("localStorage", storage);
  const [person, speech] = [newPersonId(), newSpeechId()];
  const texts = new KeptTexts(person, speech);
  texts.set("opinion", "同意");
  const setItem = vi.spyOn(storage, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  texts.set("opinion", "同意，请再核第二段");
  expect(texts.get("opinion")).toBe("同意，请再核第二段");
  setItem.mockRestore();
  texts.set("opinion", "同意，请再核第二段。");
  expect(new KeptTexts(person, speech).get("opinion")).toBe("同意，请再核第二段。");
});
