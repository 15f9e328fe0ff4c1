import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { BlockElement } from "@/components/versions/block-element";

it.each([
  [{ start: 3, type: "a" }, '<ol start="3" type="a"></ol>'],
  [{ start: 0, type: null }, '<ol start="0"></ol>'],
  [{ type: "x" }, '<ol start="1"></ol>'],
])("TX-27 a list in a preview or a version shows the numbers that it has: %o", (attrs, html) => {
  expect(renderToStaticMarkup(createElement(BlockElement, { shape: { type: "orderedList", attrs } }))).toBe(
    html,
  );
});
