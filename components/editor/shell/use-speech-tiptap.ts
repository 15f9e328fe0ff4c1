"use client";

import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { BindingGuard } from "@/components/sync/binding-guard";
import { Composition } from "@/components/sync/composition-extension";
import type { SpeechConnection } from "@/components/sync/connection";
import { canWrite, pageSuggests, roleOnText } from "@/core/access";
import { FRAGMENT } from "@/core/document/schema";
import type { PersonId } from "@/core/ids";
import { blocks as chineseBlocks } from "@/core/messages/zh-CN/editor-blocks";
import type { SpeechSummary } from "@/core/speech";
import { AuthorShading } from "../authors/author-shading";
import type { RenumberedPaste } from "../clipboard/renumbered-paste";
import { useRenumbered } from "../clipboard/use-renumbered";
import { OncePlaced } from "../comments/once-placed";
import { setNumberingStyle } from "../decorations/heading-numbers";
import { speechExtensions } from "../extensions";
import { caretRenderer, renderSelection } from "../presence/caret";
import { CaretLabels } from "../presence/caret-labels";
import { createSlashStore, type SlashStore } from "../slash/slash-store";
import type { SuggestStore } from "../suggest/suggest-store";
import { Suggesting } from "../suggest/suggesting-extension";
import { useSuggestState } from "../suggest/use-suggestions";
import { useConnectionFact } from "./use-connection-fact";

export interface SpeechTiptap {
  readonly editor: Editor;
  /** Whether the text that is shown can be written in. */
  readonly editable: boolean;
  readonly slash: SlashStore;
  /** Headings that were renumbered on the way in, until `dismiss`. */
  readonly renumbered: readonly RenumberedPaste[];
  readonly dismiss: () => void;
}

/** The Tiptap editor on the connection's document; renders nothing again while somebody types. */
export function useSpeechTiptap(
  connection: SpeechConnection,
  speech: SpeechSummary,
  { personId, suggest }: { readonly personId: PersonId; readonly suggest: SuggestStore },
): SpeechTiptap {
  const { editor: messages } = useMessages();
  const writable = useConnectionFact(
    connection,
    (state) => state.writable && canWrite(roleOnText(state.role, speech)),
  );
  // For the editor, which is made once: news of the lock comes before the role that is left.
  const latest = useRef(speech);
  latest.current = speech;
  const isMarked = useSuggestState(suggest).view === "marked";
  const editable = writable && isMarked;
  const slash = useMemo(() => createSlashStore(), []);
  const renumbered = useRenumbered(speech.id);
  const notice = useNotice();
  const editor = useEditor(
    {
      shouldRerenderOnTransaction: false,
      immediatelyRender: true,
      editable,
      extensions: speechExtensions({
        numberingStyle: speech.numberingStyle,
        slash: {
          store: slash,
          // The Chinese names find a choice in every language: the text is Chinese in any case.
          namesOf: (choice) => [
            messages.blocks[choice].toLowerCase(),
            chineseBlocks[choice],
            choice.toLowerCase(),
          ],
        },
        clipboard: { onRenumbered: renumbered.tell, onNoText: () => notice.tell(messages.pasted.noText) },
        shared: [
          Collaboration.configure({ document: connection.doc, field: FRAGMENT }),
          CollaborationCaret.configure({
            provider: connection.caretProvider,
            render: caretRenderer(connection.awareness),
            selectionRender: renderSelection,
          }),
          CaretLabels.configure({ awareness: connection.awareness }),
          AuthorShading.configure({ document: connection.doc }),
          BindingGuard,
          OncePlaced,
          Composition.configure({ hold: connection.hold }),
          Suggesting.configure({
            person: personId,
            isOn: () => suggest.get().on || pageSuggests(connection.state.role, latest.current),
            during: (write) => connection.suggesting.during(write),
          }),
        ],
      }),
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": messages.page,
          lang: "zh-CN",
          spellcheck: "false",
        },
        // Room for the status bar and a line of context when the caret nears an edge.
        scrollMargin: 64,
        scrollThreshold: 48,
      },
    },
    [connection],
  );

  useEffect(() => {
    if (editor.isEditable === editable) return;
    // Without `false` this counts as an update of the text.
    editor.setEditable(editable, false);
    // What shows the editor's state is told with transactions only.
    editor.view.dispatch(editor.state.tr);
  }, [editor, editable]);

  useEffect(() => {
    setNumberingStyle(editor.view, speech.numberingStyle);
  }, [editor, speech.numberingStyle]);

  const dismiss = () => {
    renumbered.forget();
    // Back to the text: what comes next is writing on, or taking the paste back.
    editor.commands.focus();
  };
  return { editor, editable, slash, renumbered: renumbered.headings, dismiss };
}
