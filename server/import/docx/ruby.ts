/** Ruby (ISO 29500-1, 17.3.3.25): readings above characters. */
import { isReading } from "@/core/document/reading-aids";
import { childOf, within, type XmlElement } from "../package/xml-elements";

interface RubyText {
  readonly text: string;
  /** Above this one character; null where it has none. */
  readonly reading: string | null;
}

const textOf = (element: XmlElement | undefined): string =>
  within(element, "w:t")
    .map(({ text }) => text)
    .join("");

/** `unkept` is told of a reading that stands above no single character. */
export function readRuby(ruby: XmlElement, unkept: (words: string) => void): RubyText[] {
  return rubyTexts(textOf(childOf(ruby, "w:rubyBase")), textOf(childOf(ruby, "w:rt")).trim(), unkept);
}

export function rubyTexts(base: string, reading: string, unkept: (words: string) => void): RubyText[] {
  const characters = [...base];
  const readings = reading.split(/\s+/).filter((part) => part !== "");
  if (readings.length === characters.length && readings.every(isReading)) {
    return characters.map((text, index) => ({ text, reading: readings[index] ?? null }));
  }
  if (reading !== "") unkept(`${base} ${reading}`);
  return [{ text: base, reading: null }];
}
