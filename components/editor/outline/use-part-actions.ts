"use client";

import { useMemo, useRef } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { useWorkspace } from "../shell/workspace-context";
import { dropPart, jumpTo, landingOf, type Moved, movePart } from "./outline-actions";
import type { PartActions } from "./outline-item";
import type { OutlinePart } from "./read-outline";

interface OutlineOfPage {
  readonly onJump: () => void;
  readonly onFold: (change: (folded: ReadonlySet<string>) => ReadonlySet<string>) => void;
  readonly onDrag: (key: string | null) => void;
  /** The block before which the dragged part would land. */
  readonly onOver: (target: number | null) => void;
  /** What to say of a move. */
  readonly onMoved: (said: string) => void;
}

/** The actions on the outline's parts, as the outline is when they are used; the same ones for good. */
export function usePartActions(page: OutlineOfPage): PartActions {
  const { outlinePane: messages } = useMessages().editor;
  const { editor, outline: store, shown } = useWorkspace();
  const latest = useRef({ page, messages });
  latest.current = { page, messages };

  return useMemo(() => {
    const find = (key: string) => store.get().outline.parts.find((part) => part.key === key);
    const nameOf = ({ number, text }: OutlinePart) => `${number}${text || latest.current.messages.untitled}`;
    const say = (part: OutlinePart, moved: Moved) => {
      const { page: now, messages: words } = latest.current;
      now.onMoved(
        moved === null
          ? words.stuck(nameOf(part))
          : words.moved(nameOf(moved.part), moved.place, moved.siblings),
      );
    };
    return {
      fold: (key) => latest.current.page.onFold((folded) => toggled(folded, key)),
      jump(key) {
        const part = find(key);
        if (part === undefined) return;
        jumpTo(editor, shown, part);
        latest.current.page.onJump();
      },
      move(key, direction) {
        const part = find(key);
        if (part === undefined) return null;
        const moved = movePart(editor, store, key, direction);
        say(part, moved);
        return moved?.part.key ?? null;
      },
      drag(key) {
        latest.current.page.onDrag(key);
        latest.current.page.onOver(null);
      },
      over(dragged) {
        const target = dragged && landingOf(store, dragged);
        latest.current.page.onOver(target);
        return target !== null;
      },
      drop(dragged) {
        const part = find(dragged.moved);
        if (part !== undefined) say(part, dropPart(editor, store, dragged));
      },
    };
  }, [editor, store, shown]);
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}
