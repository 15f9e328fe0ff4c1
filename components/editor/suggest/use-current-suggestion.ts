"use client";

import { Selection } from "@tiptap/pm/state";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import type { ListedSuggestion } from "@/core/review/list-suggestions";
import { useWorkspace } from "../shell/workspace-context";
import { caretIn, neighbourOf } from "./step";
import { frameRule, suggestionsAround, traceSelector } from "./suggestion-frame";

export interface CurrentSuggestion {
  /** Its id; null while there is none. */
  readonly active: string | null;
  /** The list of cards. */
  readonly list: RefObject<HTMLUListElement | null>;
  /** Puts the caret into the one with that id and brings its words and its card into sight; null ends it. */
  readonly goTo: (id: string | null) => void;
  /** On to the next (1) or previous (-1) one, round the end. */
  readonly step: (by: 1 | -1) => void;
}

/** The suggestion that is looked at, pointed out in the text too. It is gone through those that `isShown` holds for. */
export function useCurrentSuggestion(isShown: (each: ListedSuggestion) => boolean): CurrentSuggestion {
  const { editor, suggest, suggestions } = useWorkspace();
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    if (active === null) return;
    // As a style sheet, so that no keystroke pays for a decoration.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(frameRule(active));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [active]);

  /**
   * Makes what was pointed at in the text the one that is looked at: its card comes into sight, the text stays where it is.
   * Of several around each other it is the innermost that is in the list.
   */
  const point = useEffectEvent((target: EventTarget | null) => {
    const around = suggestionsAround(target);
    if (around.length === 0) return;
    const shown = new Set<string>(listedNow().flatMap((each) => (isShown(each) ? each.id : [])));
    const id = around.find((each) => shown.has(each));
    if (id === undefined) return;
    setActive(id);
    requestAnimationFrame(() => showCard(id));
  });
  useEffect(() => {
    const { view, state } = editor;
    // Pointed at before the list was opened, as where it lies over the text.
    if (caretIn(state) > 0) point(view.domAtPos(state.selection.head).node);
    const follow = ({ target }: MouseEvent) => point(target);
    view.dom.addEventListener("click", follow);
    return () => view.dom.removeEventListener("click", follow);
  }, [editor]);

  /** The list follows the text in its pauses only, and colleagues may be writing above. */
  const listedNow = () => {
    suggestions.read();
    return suggestions.get();
  };
  const showCard = (id: string | null) => {
    list.current?.querySelector(`[data-suggestion-card="${id}"]`)?.scrollIntoView({ block: "nearest" });
  };
  const goTo = (id: string | null) => {
    setActive(id);
    const found = listedNow().find((each) => each.id === id);
    if (found === undefined) return;
    suggest.show("marked");
    const { doc, tr } = editor.state;
    const inside = doc.resolve(Math.min(found.from + 1, doc.content.size));
    editor.view.dispatch(tr.setSelection(Selection.near(inside)));
    // By the page's own scrolling: ProseMirror scrolls only a focused editor, and knows of nothing that lies over it.
    requestAnimationFrame(() => {
      editor.view.dom.querySelector(traceSelector(found.id))?.scrollIntoView({ block: "center" });
      showCard(found.id);
    });
  };
  const step = (by: 1 | -1) => {
    const shown = listedNow().filter(isShown);
    const next = neighbourOf(shown, { active, caret: caretIn(editor.state) }, by);
    if (next !== undefined) goTo(next.id);
  };
  return { active, list, goTo, step };
}
