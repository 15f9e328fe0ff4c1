"use client";

import type { Editor } from "@tiptap/core";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "@tiptap/y-tiptap";
import { type RefObject, useEffect, useMemo, useState } from "react";
import { createRelativePositionFromJSON } from "yjs";
import type { SpeechConnection } from "@/components/sync/connection";
import { peopleIn } from "@/components/sync/presence";
import type { PersonId } from "@/core/ids";
import type { ShownText } from "../shell/shown-text";
import { sightOf } from "../shell/sight";

/** Whom the page scrolls with, and how that starts and ends. */
export interface Follow {
  readonly personId: PersonId | null;
  readonly start: (personId: PersonId) => void;
  readonly stop: () => void;
}

interface FollowSource {
  readonly connection: SpeechConnection;
  readonly editor: Editor;
  readonly shown: ShownText;
  /** What scrolls. */
  readonly desk: RefObject<HTMLElement | null>;
  /** Whether the panel lies over it. */
  readonly isUnderPanel: boolean;
}

/** What the reader does with the page themselves ends the following. */
const OWN_MOVES = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Scrolls with another person's caret until the reader scrolls, clicks or types. */
export function useFollow({ connection, editor, shown, desk, isUnderPanel }: FollowSource): Follow {
  const [personId, setPersonId] = useState<PersonId | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a panel that opens may lie over the caret.
  useEffect(() => {
    const area = desk.current;
    if (personId === null || area === null) return;
    const { awareness } = connection;
    const stop = () => setPersonId(null);
    const follow = () => {
      const person = peopleIn(awareness, personId).find(({ id }) => id === personId);
      if (person === undefined) return stop();
      const clientId = person.clientIds[0];
      if (clientId === undefined) return;
      const pos = positionOf(editor, awareness.getStates().get(clientId)?.cursor?.head);
      if (pos !== null) keepInView(area, shown.topAt(pos));
    };
    follow();
    awareness.on("change", follow);
    // Where it ends was chosen before: the panel may have come over that, or the caret gone on.
    area.addEventListener("scrollend", follow);
    for (const move of OWN_MOVES) area.addEventListener(move, stop, { passive: true });
    return () => {
      awareness.off("change", follow);
      area.removeEventListener("scrollend", follow);
      for (const move of OWN_MOVES) area.removeEventListener(move, stop);
    };
  }, [connection, editor, shown, desk, personId, isUnderPanel]);

  return useMemo(() => ({ personId, start: setPersonId, stop: () => setPersonId(null) }), [personId]);
}

/** Where in the editor's text a caret is; null while it isn't known here. */
function positionOf(editor: Editor, head: unknown): number | null {
  const sync = ySyncPluginKey.getState(editor.state);
  if (head == null || sync?.binding == null) return null;
  const place = createRelativePositionFromJSON(head);
  const pos = relativePositionToAbsolutePosition(sync.doc, sync.type, place, sync.binding.mapping);
  return pos === null || pos > editor.state.doc.content.size ? null : pos;
}

function keepInView(area: HTMLElement, caret: number): void {
  const { top, bottom } = sightOf(area);
  const height = bottom - top;
  // Only when the caret leaves the middle: a page that moves with every letter can't be read.
  if (caret > top + height * 0.2 && caret < top + height * 0.8) return;
  area.scrollBy({ top: caret - top - height / 3, behavior: "smooth" });
}
