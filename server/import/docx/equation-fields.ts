/**
 * EQ fields without a result (ISO 29500-1, 17.16.5.17): Word and WPS write readings, fractions, enclosed and
 * combined characters as formulas, and what is said stands in their arguments.
 */
import { circledNumeral } from "@/core/text/numerals";

export interface Equation {
  /** 拼音指南: a base with a reading above it. */
  readonly phonetic: { readonly base: string; readonly reading: string } | null;
  /** What it says in one line. */
  readonly text: string;
}

interface Group {
  /** `\o\ad` is ["o", "ad"]. */
  readonly switches: readonly string[];
  readonly arguments: readonly Sequence[];
}

type Sequence = readonly (string | Group)[];

/** `\* jc0`, `\* "Font:宋体"` and `\* hps10` are of its looks. */
const LOOKS = /\\\*\s*(?:"[^"]*"|\S+)/g;
/** A switch with its measure: WPS writes blanks between all of them, Word between none. */
const SWITCH = /^\\([a-z]+)\s*-?\d*\s*/i;
/** The sign that these put around their argument. */
const BRACKET = /^(?:[blrfv]c)$/;
const CIRCLES = "○◯〇";
const ENCLOSURES = `${CIRCLES}□△◇`;
/** Calls itself for each level. */
const DEEPEST = 20;

/** `code`: all of it, the EQ at its start included. */
export function readEquation(code: string): Equation {
  const sequence = new EquationReader(code.trim().replace(/^eq/i, "").replace(LOOKS, "")).read();
  return { phonetic: phoneticOf(sequence), text: wordsOf(sequence) };
}

class EquationReader {
  #rest: string;

  constructor(code: string) {
    this.#rest = code;
  }

  /** To the end, or to what ends an argument. */
  read(depth = 0): Sequence {
    const sequence: (string | Group)[] = [];
    let switches: string[] = [];
    let text = "";
    const flush = () => {
      if (text.trim() !== "") sequence.push(text.trim());
      text = "";
    };
    while (this.#rest !== "") {
      const found = SWITCH.exec(this.#rest);
      const [next = ""] = this.#rest;
      if (found !== null) {
        const name = (found[1] ?? "").toLowerCase();
        switches.push(name);
        this.#skip(found[0]);
        if (BRACKET.test(name)) this.#skip(/^\\?[\s\S]/u.exec(this.#rest)?.[0] ?? "");
      } else if (next === "\\") {
        const [escaped = ""] = this.#rest.slice(1);
        text += escaped;
        this.#skip(next + escaped);
      } else if (next === "(" && switches.length > 0 && depth < DEEPEST) {
        flush();
        sequence.push({ switches, arguments: this.#arguments(depth + 1) });
        switches = [];
      } else if (depth > 0 && /[,;)]/.test(next)) break;
      else {
        text += next;
        this.#skip(next);
      }
    }
    flush();
    return sequence;
  }

  #arguments(depth: number): Sequence[] {
    const found: Sequence[] = [];
    do {
      this.#skip(this.#rest.charAt(0));
      found.push(this.read(depth));
    } while (/^[,;]/.test(this.#rest));
    this.#skip(this.#rest.charAt(0));
    return found;
  }

  #skip(text: string): void {
    this.#rest = this.#rest.slice(text.length);
  }
}

function phoneticOf([group, ...others]: Sequence): Equation["phonetic"] {
  if (group === undefined || typeof group === "string" || others.length > 0) return null;
  const [[above, ...more] = [], base = [], ...rest] = group.arguments;
  const isOverlaid = group.switches[0] === "o" && rest.length === 0 && more.length === 0;
  if (!isOverlaid || above === undefined || typeof above === "string") return null;
  // Two words one above the other (合并字符) both have a place of their own.
  if (!above.switches.includes("up") || base.some((part) => typeof part !== "string")) return null;
  const words = { base: wordsOf(base), reading: above.arguments.map(wordsOf).join("") };
  return words.base === "" ? null : words;
}

const wordsOf = (sequence: Sequence): string =>
  sequence.map((part) => (typeof part === "string" ? part : wordsOfGroup(part))).join("");

function wordsOfGroup({ switches, arguments: given }: Group): string {
  const words = given.map(wordsOf);
  switch (switches[0]) {
    case "f":
      return words.join("/");
    case "r":
      return words.length === 1 ? `√${words[0]}` : words.join("√");
    case "a":
    case "l":
      return words.join(",");
    case "o":
      return enclosed(words) ?? words.join("");
    default:
      return words.join("");
  }
}

/** 带圈字符: a sign laid over a character, ① where it is a circle over 1. */
function enclosed([first = "", second = "", ...others]: readonly string[]): string | null {
  if (others.length > 0) return null;
  const [sign, text] = ENCLOSURES.includes(second) && second !== "" ? [second, first] : [first, second];
  if (sign === "" || text === "" || !ENCLOSURES.includes(sign)) return null;
  const number = CIRCLES.includes(sign) && /^\d+$/.test(text) ? circledNumeral(Number(text)) : null;
  return number ?? text;
}
