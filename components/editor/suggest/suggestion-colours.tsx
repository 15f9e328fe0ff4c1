"use client";

import { useEffect } from "react";
import { colorOf } from "@/core/presence";
import { useSuggestions } from "./use-suggestions";

/** The colours of the suggestions' authors as one style sheet, so that no keystroke pays for them. */
export function SuggestionColours() {
  // Ids are letters and digits; the schema checks it.
  const people = [...new Set(useSuggestions().map(({ person }) => person))].sort().join(" ");
  useEffect(() => {
    if (people === "") return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      people
        .split(" ")
        .map((id) => `.ProseMirror [data-by="${id}"] { --by: ${colorOf(id)}; }`)
        .join("\n"),
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [people]);
  return null;
}
