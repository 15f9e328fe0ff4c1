import { expect, it } from "vitest";
import { isReading } from "@/core/document/reading-aids";
import { proposeReadings } from "@/core/text/readings";

const told = (text: string, which: "rare" | "all") =>
  proposeReadings(text, which).map(({ offset, letter, reading }) => `${offset}${letter}${reading}`);

it("RC-20 readings are proposed for characters that few know, and for no others", () => {
  expect(told("同志们到亳州，看了汨罗江。", "rare")).toEqual(["4亳bó", "9汨mì"]);
  expect(told("持续推动高质量发展", "rare")).toEqual([]);
});

it("RC-20 of chosen characters each has the reading that the words around it ask for, and its others", () => {
  expect(told("重庆，重要", "all")).toEqual(["0重chóng", "1庆qìng", "3重zhòng", "4要yào"]);
  const [first] = proposeReadings("重庆", "all");
  expect(first?.choices).toEqual(["chóng", ...(first?.choices ?? []).slice(1)]);
  expect(first?.choices).toContain("zhòng");
  for (const { choices } of proposeReadings("重庆𠮷亳", "all"))
    for (const choice of choices) expect(isReading(choice)).toBe(true);
});

it("RC-20 what is no Han character takes its place and has no reading", () => {
  expect(told("GDP增12.6%，𠮷林", "all").map((entry) => entry.replace(/^\d+/, ""))).toEqual(
    expect.arrayContaining(["增zēng", "林lín"]),
  );
  for (const { offset, letter } of proposeReadings("A1𠮷亳x州", "all")) {
    expect("A1𠮷亳x州".startsWith(letter, offset)).toBe(true);
  }
});
