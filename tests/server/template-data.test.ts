/** What Typst's templates name of the data that they are given. */
import { expect, it } from "vitest";
import { TEMPLATE } from "@/server/export/pdf/template/template";
import { READING_TEMPLATE } from "@/server/export/reading/template";

/** The lines in which the data is named. */
const namingData = (template: string) =>
  template.split("\n").filter((line) => /^(?!\s*\/\/).*\bd\b(?![-_])/.test(line));

/** Where that isn't in a function: a value of its own, what the file says of itself, the blocks in order and which are drawn. */
const OUTSIDE =
  /^#(?:let [\w-]+ = d\.\w+$|set document\(|for \(b, is-drawn\) in d\.blocks\.zip\(d\.drawn\) )/;

it("EX-83 no function of a paper's template names the text, which would be typeset anew with each letter typed", () => {
  const [first, ...others] = namingData(TEMPLATE);
  expect(first).toBe('#let d = json(bytes(sys.inputs.at("model")))');
  expect(others.length).toBeGreaterThan(5);
  expect(others.filter((line) => !OUTSIDE.test(line))).toEqual([]);
});

it("EX-83 nor does a style of the reading copy's, whose pages are made of all blocks at once", () => {
  const [first, rest, ...others] = namingData(READING_TEMPLATE);
  expect(first).toBe('#let d = json(bytes(sys.inputs.at("model")))');
  expect(rest).toBe('#let paper = { let all = d; let _ = all.remove("blocks"); all }');
  expect(others.length).toBeGreaterThan(3);
  expect(others.filter((line) => line.replaceAll("d.blocks", "").match(/\bd\b(?![-_])/))).toEqual([]);
  // What stands before the pages are made is the style of everything on them.
  const styles = READING_TEMPLATE.slice(0, READING_TEMPLATE.indexOf("#let paginate()"));
  expect(styles).not.toContain("d.blocks");
});
