import { describe, expect, it } from "vitest";
import { withFresh, withMore } from "@/components/speeches/speech-pages";
import { newSpeechId } from "@/core/ids";
import type { SpeechPage, SpeechSummary } from "@/core/speech";

function speech(title: string, id = newSpeechId()): SpeechSummary {
  return {
    id,
    title,
    speaker: "",
    occasion: "",
    dueOn: null,
    stage: "draft",
    drafts: 0,
    numberingStyle: "nested",
    charactersPerMinute: 200,
    characters: 0,
    spokenUnits: 0,
    archived: false,
    suggestOnly: false,
    createdAt: 0,
    updatedAt: 0,
    role: "chief",
    present: [],
    asksToSign: false,
  };
}

const page = (speeches: readonly SpeechSummary[], nextCursor: string | null = null): SpeechPage => ({
  speeches,
  nextCursor,
});
const titles = ({ speeches }: SpeechPage) => speeches.map(({ title }) => title);

describe("the home page's rows", () => {
  const [one, two, three] = [speech("one"), speech("two"), speech("three")];

  it("UI-04 a quiet refresh changes rows in place and puts new ones on top", () => {
    const fresh = page([three, { ...two, title: "two, edited" }, one]);
    expect(titles(withFresh(page([one, two]), fresh))).toEqual(["three", "one", "two, edited"]);
  });

  it("UI-04 a quiet refresh drops a speech that isn't open to the person any more", () => {
    expect(titles(withFresh(page([one, two]), page([two])))).toEqual(["two"]);
  });

  it("UI-04 a quiet refresh keeps the rows of later pages", () => {
    expect(titles(withFresh(page([one, two]), page([one], "more")))).toEqual(["one", "two"]);
  });

  it("UI-04 a speech that moved between two pages is shown once", () => {
    const more = withMore(page([one, two], "cursor"), page([two, three]));
    expect(titles(more)).toEqual(["one", "two", "three"]);
    expect(more.nextCursor).toBeNull();
  });
});
