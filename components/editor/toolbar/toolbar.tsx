"use client";

import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconItalic,
  IconKeyboard,
  IconList,
  IconListNumbers,
  IconMessagePlus,
  IconPilcrow,
  IconSearch,
} from "@tabler/icons-react";
import { useEditorState } from "@tiptap/react";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { blockKindAt, headingAt, setBlockKind, toggleRunIn } from "../blocks/block-kind";
import { isLookShown } from "../input/toggled-looks";
import { ReadingMenu } from "../reading/reading-menu";
import { loadShortcutsDialog } from "../shell/part-loaders";
import { useWorkspace } from "../shell/workspace-context";
import { SuggestToggle } from "../suggest/suggest-toggle";
import { BlockSelect } from "./block-select";
import { TableMenu } from "./table-menu";
import { ToolButton } from "./tool-button";
import classes from "./toolbar.module.css";
import { useRovingFocus } from "./use-roving-focus";

const ShortcutsDialog = dynamic(laterPart(loadShortcutsDialog));

interface ToolbarProps {
  readonly onFind: () => void;
  /** Comments on the selection, or shows what was commented. */
  readonly onComment: () => void;
}

/** Formatting for the selection. One selector over the editor's state; rendered only when it changes. */
export function Toolbar({ onFind, onComment }: ToolbarProps) {
  const { toolbar, comments } = useMessages().editor;
  const { editor } = useWorkspace();
  const bar = useRef<HTMLDivElement>(null);
  const [showsShortcuts, setShowsShortcuts] = useState(false);
  useRovingFocus(bar);
  const now = useEditorState({
    editor,
    selector: () => {
      const { undoManager } = yUndoPluginKey.getState(editor.state) ?? {};
      return {
        editable: editor.isEditable,
        kind: blockKindAt(editor.state),
        heading: headingAt(editor.state),
        bold: isLookShown(editor.state, "bold"),
        italic: isLookShown(editor.state, "italic"),
        inTable: editor.isActive("table"),
        canUndo: (undoManager?.undoStack.length ?? 0) > 0,
        canRedo: (undoManager?.redoStack.length ?? 0) > 0,
      };
    },
  });
  const off = !now.editable;

  return (
    <div className={classes.bar} role="toolbar" aria-label={toolbar.label} ref={bar}>
      <ToolButton
        icon={IconArrowBackUp}
        label={toolbar.undo}
        keys="mod+Z"
        disabled={off || !now.canUndo}
        onClick={() => editor.chain().focus().undo().run()}
      />
      <ToolButton
        icon={IconArrowForwardUp}
        label={toolbar.redo}
        keys="mod+Y"
        disabled={off || !now.canRedo}
        onClick={() => editor.chain().focus().redo().run()}
      />
      <span className={classes.divider} />
      <BlockSelect
        kind={now.kind}
        disabled={off}
        inTable={now.inTable}
        onChange={(kind) => setBlockKind(editor, kind)}
      />
      <ToolButton
        icon={IconPilcrow}
        label={toolbar.runIn}
        pressed={now.heading?.runIn ?? false}
        disabled={off || now.heading === null}
        onClick={() => toggleRunIn(editor)}
      />
      <span className={classes.divider} />
      <ToolButton
        icon={IconBold}
        label={toolbar.bold}
        keys="mod+B"
        pressed={now.bold}
        disabled={off}
        onClick={() => editor.chain().focus().toggleBold().run()}
      />
      <ToolButton
        icon={IconItalic}
        label={toolbar.italic}
        keys="mod+I"
        pressed={now.italic}
        disabled={off}
        onClick={() => editor.chain().focus().toggleItalic().run()}
      />
      <span className={classes.divider} />
      <ToolButton
        icon={IconList}
        label={toolbar.bulletList}
        pressed={now.kind === "bulletList"}
        disabled={off}
        onClick={() => editor.chain().focus().toggleBulletList().run()}
      />
      <ToolButton
        icon={IconListNumbers}
        label={toolbar.orderedList}
        pressed={now.kind === "orderedList"}
        disabled={off}
        onClick={() => editor.chain().focus().toggleOrderedList().run()}
      />
      <ToolButton
        icon={IconBlockquote}
        label={toolbar.quotation}
        pressed={now.kind === "quotation"}
        disabled={off || now.inTable}
        onClick={() => setBlockKind(editor, now.kind === "quotation" ? "paragraph" : "quotation")}
      />
      <ReadingMenu disabled={off} />
      <TableMenu inTable={now.inTable} disabled={off} />
      <span className={classes.divider} />
      <SuggestToggle disabled={off} />
      <span className={classes.spring} />
      <ToolButton icon={IconMessagePlus} label={comments.add} keys="mod+Alt+M" onClick={onComment} />
      <ToolButton icon={IconSearch} label={toolbar.find} keys="mod+F" onClick={onFind} />
      <ToolButton icon={IconKeyboard} label={toolbar.shortcuts} onClick={() => setShowsShortcuts(true)} />
      {showsShortcuts && <ShortcutsDialog onClose={() => setShowsShortcuts(false)} />}
    </div>
  );
}
