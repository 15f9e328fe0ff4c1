"use client";

import dynamic from "next/dynamic";
import {
  type CSSProperties,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import type { SpeechConnection } from "@/components/sync/connection";
import { SetAsideNotice } from "@/components/sync/set-aside-notice";
import { can, roleOnText } from "@/core/access";
import type { Messages } from "@/core/messages/messages";
import type { Person } from "@/core/person";
import { createAuthorStore } from "../authors/author-store";
import { RenumberedNotice } from "../clipboard/renumbered-notice";
import { selectedPlace, selectedSpan } from "../comments/selected-place";
import { useThreadStore } from "../comments/use-threads";
import { NOTHING_SOUGHT } from "../find/literal-query";
import { OutlinePane } from "../outline/outline-pane";
import { createOutlineStore } from "../outline/outline-store";
import { SidePanel } from "../panel/side-panel";
import { useFollow } from "../presence/use-follow";
import { SignOffNotice } from "../sign-off/sign-off-notice";
import { useSignOffStore } from "../sign-off/use-sign-offs";
import { SlashMenu } from "../slash/slash-menu";
import { ReadOnlyNotice } from "../status/read-only-notice";
import { StatusBar } from "../status/status-bar";
import { SpeechText } from "../suggest/speech-text";
import { SuggestStore } from "../suggest/suggest-store";
import { createSuggestionList } from "../suggest/suggestion-list";
import { Toolbar } from "../toolbar/toolbar";
import { EditorHeader } from "./editor-header";
import { fetchLaterParts } from "./later-parts";
import paper from "./paper.module.css";
import { loadPreviewPanel } from "./part-loaders";
import { ShownText } from "./shown-text";
import { SideArea } from "./side-area";
import { SkipToText } from "./skip-to-text";
import classes from "./speech-editor.module.css";
import { StartHint } from "./start-hint";
import { useConnectionFact } from "./use-connection-fact";
import { useEditorShortcuts } from "./use-editor-shortcuts";
import { useLinkedPlace } from "./use-linked-place";
import { useRestoredUndo } from "./use-restored-undo";
import { useSides } from "./use-sides";
import type { SpeechSettings } from "./use-speech";
import { useSpeechLeaving } from "./use-speech-leaving";
import { useSpeechTiptap } from "./use-speech-tiptap";
import { WorkspaceContext } from "./workspace-context";

const PreviewPanel = dynamic(laterPart(loadPreviewPanel));

interface WorkspaceProps {
  readonly connection: SpeechConnection;
  readonly settings: SpeechSettings;
  readonly person: Person;
}

/** Outline, page and panel around one editor. */
export function Workspace({ connection, settings, person }: WorkspaceProps) {
  const { editor: messages, preview } = useMessages();
  const suggest = useMemo(() => new SuggestStore(settings.speech.id), [settings.speech.id]);
  const { editor, editable, slash, renumbered, dismiss } = useSpeechTiptap(connection, settings.speech, {
    personId: person.id,
    suggest,
  });
  const suggestions = useMemo(() => createSuggestionList(editor), [editor]);
  const role = useConnectionFact(connection, (state) => state.role);
  const desk = useRef<HTMLElement>(null);
  const shown = useMemo(() => new ShownText(editor), [editor]);
  const { isWide, open, toggle, showPanel, showPreview } = useSides();
  const isUnderPanel = open.panel && !isWide;
  const follow = useFollow({ connection, editor, shown, desk, isUnderPanel });
  const outline = useMemo(() => createOutlineStore(editor), [editor]);
  // The text comes first; what is beside it is drawn right after, in the room that is kept for it.
  const textIsThere = useDeferredValue(true, false);
  useEffect(() => fetchLaterParts(window, connection), [connection]);
  const [tab, setTab] = useState("speech");
  const show = useCallback(
    (shown: string) => {
      setTab(shown);
      showPanel();
    },
    [showPanel],
  );
  const [findsAsked, setFindsAsked] = useState(0);
  const lastFind = useRef(NOTHING_SOUGHT);
  const showFind = () => {
    setFindsAsked((before) => before + 1);
    show("find");
  };
  const showComments = useCallback(() => show("comments"), [show]);
  const showSuggestions = useCallback(() => show("suggestions"), [show]);
  const speechId = settings.speech.id;
  const threads = useThreadStore({
    speechId,
    personId: person.id,
    connection,
    shown,
    onPoint: showComments,
  });
  // A comment that was begun before the page was loaded is in sight again.
  useEffect(() => {
    if (threads.get().drafts.length > 0) setTab("comments");
  }, [threads]);
  useLinkedPlace({ show, threads });
  const authors = useMemo(
    () => createAuthorStore({ editor, outline, connection, speechId, person }),
    [editor, outline, connection, speechId, person],
  );
  const signOffs = useSignOffStore({ editor, connection, speech: settings.speech });
  const comment = () => {
    if (suggest.leadBack()) return showComments();
    const place = can(roleOnText(role, settings.speech), "comment") ? selectedPlace(editor) : null;
    if (place !== null) {
      // Until the card is there, which may have to be fetched, keys would write over the selected words.
      editor.view.dom.blur();
      threads.beginDraft({ place, pos: selectedSpan(editor.state).from });
    }
    showComments();
  };
  useEditorShortcuts({ editor, onFind: showFind, onComment: comment });
  useRestoredUndo(editor, speechId);
  useSpeechLeaving(connection);
  const hints = useMemo(() => hintStyle(messages.placeholders), [messages]);
  const workspace = useMemo(
    () => ({
      editor,
      connection,
      settings,
      person,
      outline,
      shown,
      follow,
      threads,
      authors,
      signOffs,
      suggest,
      suggestions,
      showComments,
      showSuggestions,
      showPreview,
      desk,
    }),
    [
      editor,
      connection,
      settings,
      person,
      outline,
      shown,
      follow,
      threads,
      authors,
      signOffs,
      suggest,
      suggestions,
      showComments,
      showSuggestions,
      showPreview,
    ],
  );

  return (
    <WorkspaceContext value={workspace}>
      <div className={classes.frame}>
        <header className={classes.top}>
          <SkipToText editor={editor} desk={desk} />
          <EditorHeader settings={settings} person={person} role={role} open={open} onToggle={toggle} />
          <Toolbar onFind={showFind} onComment={comment} />
          <ReadOnlyNotice />
          <SignOffNotice />
          <SetAsideNotice connection={connection} />
        </header>
        <div className={classes.areas}>
          <SideArea
            side="outline"
            label={messages.outline}
            isWide={isWide}
            open={open.outline}
            onClose={() => toggle("outline")}
          >
            {textIsThere && <OutlinePane onJump={() => !isWide && toggle("outline")} />}
          </SideArea>
          <main
            className={classes.desk}
            ref={desk}
            // A text that is only read has no caret to scroll by: the arrow keys do.
            tabIndex={editable ? undefined : 0}
            aria-label={messages.page}
            data-under-panel={isUnderPanel || undefined}
          >
            <div className={paper.sheet}>
              <StartHint />
              <SpeechText editor={editor} suggest={suggest} style={hints} />
            </div>
          </main>
          <SideArea
            side="panel"
            label={messages.panel}
            isWide={isWide}
            open={open.panel}
            readsText={tab !== "speech"}
            onClose={() => toggle("panel")}
          >
            {textIsThere && (
              <SidePanel tab={tab} onTab={setTab} findsAsked={findsAsked} lastFind={lastFind} />
            )}
          </SideArea>
          <SideArea
            side="preview"
            label={preview.title}
            isWide={isWide}
            open={open.preview}
            onClose={() => toggle("preview")}
          >
            <PreviewPanel />
          </SideArea>
        </div>
        <StatusBar
          connection={connection}
          length={{ outline, charactersPerMinute: settings.speech.charactersPerMinute }}
        />
        <SlashMenu store={slash} />
        <RenumberedNotice headings={renumbered} onClose={dismiss} />
      </div>
    </WorkspaceContext>
  );
}

/** Hints for empty lines as CSS strings; see paper.module.css. */
function hintStyle(texts: Messages["editor"]["placeholders"]): CSSProperties {
  const hint = (text: string) => JSON.stringify(text);
  return {
    "--hint-title": hint(texts.title),
    "--hint-byline": hint(texts.byline),
    "--hint-date-line": hint(texts.dateLine),
    "--hint-salutation": hint(texts.salutation),
    "--hint-heading": hint(texts.heading),
  } as CSSProperties; // React's type knows no custom properties
}
