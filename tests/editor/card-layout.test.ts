/** Where cards stand beside their text. */
import { describe, expect, it } from "vitest";
import { keptInSight, layoutCards } from "@/components/editor/comments/card-layout";

const card = (id: string, top: number, height = 50) => ({ id, top, height });
const tops = (cards: ReturnType<typeof card>[], active: string | null) =>
  Object.fromEntries(layoutCards(cards, active, 10));

describe("cards beside their text", () => {
  it("CO-34 none covers another; all give way downwards", () => {
    expect(tops([card("b", 20), card("a", 0), card("c", 400)], null)).toEqual({ a: 0, b: 60, c: 400 });
  });

  it("CO-34 the active card stands beside its text and the others give way to both sides", () => {
    expect(tops([card("a", 90), card("b", 100), card("c", 110)], "b")).toEqual({ a: 40, b: 100, c: 160 });
  });

  it("CO-34 a card whose end would be out of sight stands higher, one whose text is out of sight doesn't", () => {
    const inSight = { from: 1000, to: 1600 };
    expect(keptInSight(card("a", 1590, 180), inSight, 10).top).toBe(1410);
    expect(keptInSight(card("a", 1200, 180), inSight, 10).top).toBe(1200);
    expect(keptInSight(card("a", 1590, 900), inSight, 10).top).toBe(1000);
    expect(keptInSight(card("a", 1700, 180), inSight, 10).top).toBe(1700);
  });
});
