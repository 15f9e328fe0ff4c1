"use client";

import { VisuallyHidden } from "@mantine/core";
import { useEditorState } from "@tiptap/react";
import { useMemo, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { threadsPerPart } from "../comments/thread-filter";
import { useThreadPlaces } from "../comments/use-thread-places";
import { useThreads } from "../comments/use-threads";
import { useWorkspace } from "../shell/workspace-context";
import { landingMark } from "./drop-place";
import classes from "./outline.module.css";
import { OutlineItem } from "./outline-item";
import type { OutlinePart } from "./read-outline";
import { useOutline } from "./use-outline";
import { usePartActions } from "./use-part-actions";

/** The outline: jumps, folds, and moves whole parts by dragging or with Alt and the arrow keys. */
export function OutlinePane({ onJump }: { onJump: () => void }) {
  const messages = useMessages().editor.outlinePane;
  const { editor, outline: store, threads: threadStore } = useWorkspace();
  const { outline, current } = useOutline(store);
  const { threads } = useThreads(threadStore);
  const places = useThreadPlaces(editor, threads);
  const comments = useMemo(
    () => threadsPerPart(threads, { places, parts: outline.parts }),
    [threads, places, outline],
  );
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  const [focused, setFocused] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<number | null>(null);
  const editable = useEditorState({ editor, selector: () => editor.isEditable });

  const shown = useMemo(() => unfolded(outline.parts, folded), [outline.parts, folded]);
  const actions = usePartActions({
    onJump,
    onFold: setFolded,
    onDrag: setDragged,
    onOver: setTarget,
    onMoved: setSaid,
  });
  const stop = stopOf(shown, focused, outline.parts[current]);
  const landing = target === null ? null : landingMark(shown, target);

  if (outline.parts.length === 0) return <p className={classes.empty}>{messages.empty}</p>;
  return (
    <nav className={classes.pane}>
      <ol
        className={classes.list}
        onFocus={({ target }) => setFocused(entryKey(target))}
        // Whoever comes back begins at the part that is being written.
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) setFocused(null);
        }}
      >
        {shown.map((part) => (
          <OutlineItem
            key={part.key}
            partKey={part.key}
            level={part.level}
            number={part.number}
            text={part.text}
            characters={part.characters}
            comments={comments.get(part.key) ?? 0}
            isCurrent={part === outline.parts[current]}
            isStop={part === stop}
            hasChildren={outline.parts.some(({ first }) => first > part.first && first < part.end)}
            isFolded={folded.has(part.key)}
            movable={editable}
            dragged={dragged}
            landing={landing?.entry === part ? landing.side : undefined}
            actions={actions}
          />
        ))}
      </ol>
      {editable && <p className={classes.hint}>{messages.hint}</p>}
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
    </nav>
  );
}

/** The parts that aren't inside a folded one. */
function unfolded(parts: readonly OutlinePart[], folded: ReadonlySet<string>): readonly OutlinePart[] {
  let hiddenUntil = 0;
  return parts.filter((part) => {
    if (part.first < hiddenUntil) return false;
    if (folded.has(part.key)) hiddenUntil = part.end;
    return true;
  });
}

/** The entry that the Tab key comes to: the one that has the focus, else the part at the caret or what it is folded into. */
function stopOf(
  shown: readonly OutlinePart[],
  focused: string | null,
  current: OutlinePart | undefined,
): OutlinePart | undefined {
  const here = shown.find(({ key }) => key === focused);
  return here ?? shown.findLast(({ first }) => first <= (current?.first ?? 0)) ?? shown[0];
}

/** Of the entry with that element in it. */
function entryKey(element: Element): string | null {
  return (
    element.closest("li")?.querySelector<HTMLElement>("[data-outline-link]")?.dataset.outlineLink ?? null
  );
}
