/**
 * The clipboard's two directions. Copying writes the shown numbers into the text; pasting and
 * dropping go through the cleaner in paste/, so that only the speech's own blocks come in.
 */
import { type Editor, Extension, isMacOS } from "@tiptap/core";
import type { Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  documentFromClipboard,
  holdsText,
  inlineFromClipboard,
  isInlinePaste,
} from "@/components/editor/paste/clipboard-document";
import { withoutPresentThreads } from "../comments/kept-marks";
import { asOneUndoStep } from "../one-undo-step";
import { keepPartOut } from "../outline/dragged-part";
import { clipboardSerializer } from "./clipboard-serializer";
import { selectionNumbers, selectionText } from "./copied-text";
import { insertBlocks, insertInline } from "./insert-pasted";
import { pastePlace } from "./paste-place";
import { asWholeBlocks, fitsAt, putBack } from "./put-back";
import { type RenumberedPaste, renumberedIn } from "./renumbered-paste";

export interface ClipboardOptions {
  /** Pasted headings now have other numbers than were typed in them. */
  readonly onRenumbered: (headings: readonly RenumberedPaste[], editor: Editor) => void;
  /** What was pasted or dropped, a picture or a file, has no text; the speech stays as it is. */
  readonly onNoText: () => void;
}

export const Clipboard = Extension.create<ClipboardOptions>({
  name: "clipboard",
  addOptions: () => ({ onRenumbered: () => undefined, onNoText: () => undefined }),
  addProseMirrorPlugins() {
    const { editor, options } = this;
    // What was copied in this page comes back as it was; the cleaner would have to guess its blocks.
    let copied: { readonly slice: Slice; text: string | null } | null = null;
    // What is dragged is serialized just the same, but the clipboard goes on holding what was copied before.
    let isDragged = false;
    const forClipboard = () => {
      isDragged = false;
      return false;
    };
    return [
      new Plugin({
        key: new PluginKey("clipboard"),
        props: {
          clipboardSerializer: clipboardSerializer(editor.schema, () => selectionNumbers(editor.state)),
          dragCopies: copiesByDrag,
          transformCopied: (slice) => {
            if (!isDragged) copied = { slice, text: null };
            return slice;
          },
          clipboardTextSerializer: () => {
            const text = selectionText(editor.state);
            if (!isDragged && copied !== null) copied.text = text;
            return text;
          },
          // Before ProseMirror's own handlers, which would parse foreign HTML first.
          handleDOMEvents: {
            copy: forClipboard,
            cut: forClipboard,
            dragstart: () => {
              isDragged = true;
              return false;
            },
            paste: (view, event) => {
              const data = event.clipboardData;
              if (data === null || !view.editable) return false;
              event.preventDefault();
              const texts = textsOf(data);
              const isOwn =
                texts.html.includes("data-pm-slice") && sameText(texts.text, copied?.text ?? null);
              if (isOwn && copied !== null) {
                const { slice } = copied;
                asOneUndoStep(editor, () => view.dispatch(putBack(view.state, slice, event)));
              } else if (holdsText(texts)) paste(editor, texts, options);
              else options.onNoText();
              return true;
            },
            // No mark shows where it would come in, and the browser shows that it can't.
            dragenter: (_view, event) => keepPartOut(event),
            dragover: (_view, event) => keepPartOut(event),
            drop: (view, event) => {
              const data = event.dataTransfer;
              if (data === null || !view.editable) return false;
              if (keepPartOut(event)) {
                event.preventDefault();
                return true;
              }
              const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
              if (place === null) return false;
              if (view.dragging !== null) {
                dropOwn(view, view.dragging, { place: place.pos, isCopy: copiesByDrag(event) });
                return false;
              }
              event.preventDefault();
              const texts = textsOf(data);
              if (!holdsText(texts)) {
                options.onNoText();
                return true;
              }
              const selection = TextSelection.near(view.state.doc.resolve(place.pos));
              view.dispatch(view.state.tr.setSelection(selection));
              paste(editor, texts, options);
              return true;
            },
          },
        },
      }),
    ];
  },
});

/** With the key that the system copies with while dragging; else the text moves. */
function copiesByDrag(event: DragEvent): boolean {
  return isMacOS() ? event.altKey : event.ctrlKey;
}

type Dragging = NonNullable<EditorView["dragging"]>;

/**
 * What is copied by dragging stays where it is, and its threads with it. What the place can't hold comes beside the
 * table, list or quotation there.
 */
function dropOwn(view: EditorView, dragging: Dragging, to: { place: number; isCopy: boolean }): void {
  const { doc } = view.state;
  const slice = to.isCopy ? withoutPresentThreads(dragging.slice, doc) : dragging.slice;
  const isFit = fitsAt(doc.resolve(to.place), slice);
  view.dragging = { ...dragging, slice: isFit ? slice : asWholeBlocks(slice) };
}

interface ClipboardTexts {
  readonly html: string;
  readonly text: string;
}

function textsOf(data: DataTransfer): ClipboardTexts {
  return { html: data.getData("text/html"), text: data.getData("text/plain") };
}

/** The clipboard of Windows turns line ends into \r\n. */
function sameText(pasted: string, copied: string | null): boolean {
  return copied !== null && pasted.replaceAll("\r\n", "\n") === copied;
}

function paste(editor: Editor, texts: ClipboardTexts, { onRenumbered }: ClipboardOptions): void {
  const renumbered = asOneUndoStep(editor, () => insertCleaned(editor, texts));
  if (renumbered.length > 0) onRenumbered(renumbered, editor);
}

/** Returns the headings that have other numbers now. */
function insertCleaned({ view }: Editor, texts: ClipboardTexts): readonly RenumberedPaste[] {
  const place = pastePlace(view.state);
  if (isInlinePaste(texts, place)) {
    view.dispatch(insertInline(view.state, inlineFromClipboard(texts)));
    return [];
  }
  const { document, typed } = documentFromClipboard({ ...texts, ...place });
  const pasted = view.state.schema.nodeFromJSON(document);
  const edit = insertBlocks(view.state, pasted);
  view.dispatch(edit);
  return renumberedIn(edit.doc, { pasted, typed, ...place });
}
