import { expect, it } from "vitest";
import { listMarker } from "@/core/text/list-marker";

const markers = (attrs: Record<string, unknown>, indexes: readonly number[]) =>
  indexes.map((index) => listMarker({ type: "orderedList", attrs }, index));

it("TX-27 items are marked as their list says: digits, letters or Roman numbers, from where it begins", () => {
  expect(markers({}, [0, 9])).toEqual(["1. ", "10. "]);
  expect(markers({ start: 3, type: null }, [0, 1])).toEqual(["3. ", "4. "]);
  expect(markers({ type: "a" }, [0, 25, 26, 701, 702])).toEqual(["a. ", "z. ", "aa. ", "zz. ", "aaa. "]);
  expect(markers({ type: "A", start: 2 }, [0])).toEqual(["B. "]);
  expect(markers({ type: "i", start: 4 }, [0, 1, 5, 36])).toEqual(["iv. ", "v. ", "ix. ", "xl. "]);
  expect(markers({ type: "I", start: 1999 }, [0])).toEqual(["MCMXCIX. "]);
  // There is no nought in letters, and no list has a text for a beginning.
  expect(markers({ type: "a", start: 0 }, [0])).toEqual(["0. "]);
  expect(markers({ start: "x" }, [0])).toEqual(["1. "]);
});
