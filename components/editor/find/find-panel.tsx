"use client";

import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { keepBeforeChange } from "@/components/api/versions";
import { isInputMethodKey } from "@/components/form/is-input-method-key";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { useIsHere } from "@/components/use-is-here";
import { leafTextOf } from "@/core/text/placed-text";
import { whenSaved } from "../comments/when-saved";
import { LARGE_CHANGE } from "../large-change";
import panel from "../panel/side-panel.module.css";
import { useWorkspace } from "../shell/workspace-context";
import { useSuggesting } from "../suggest/use-suggestions";
import { findResult, goToMatch, replaceEveryMatch, replaceMatch, setFindQuery } from "./find";
import { type FindQuery, NOTHING_SOUGHT } from "./literal-query";

/**
 * Find and replace. The marks in the text go when the panel closes.
 * @param asked how often somebody asked for it; each time it begins with the words that are selected
 * @param last what was sought and put in its place last: it is there again after another tab
 */
export function FindPanel({ asked, last }: { readonly asked: number; readonly last: RefObject<FindQuery> }) {
  const { find } = useMessages().editor;
  const { connection, editor, settings, suggest } = useWorkspace();
  const suggesting = useSuggesting().on;
  const notice = useNotice();
  const isHere = useIsHere();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState(() => ({
    ...last.current,
    search: selectedWords() || last.current.search,
  }));
  const [replaced, setReplaced] = useState<number | null>(null);
  const [keeping, setKeeping] = useState(false);
  const { editable, matches, current } = useEditorState({
    editor,
    selector: () => ({ editable: editor.isEditable, ...findResult(editor.state) }),
  });

  const [begun, setBegun] = useState(asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says when to begin anew.
  useEffect(() => {
    const words = selectedWords();
    if (words !== "") change({ search: words });
    setBegun(asked);
  }, [asked]);
  // The first key writes over what is there: not before that is drawn.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it begins
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [begun]);
  useEffect(() => {
    last.current = query;
    setFindQuery(editor, query);
  }, [editor, query, last]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) setFindQuery(editor, NOTHING_SOUGHT);
    },
    [editor],
  );

  function selectedWords(): string {
    const { from, to } = editor.state.selection;
    const text = editor.state.doc.textBetween(from, to, "\n", leafTextOf);
    return text.length <= 40 && !text.includes("\n") ? text : "";
  }
  const change = (part: Partial<typeof query>) => {
    setReplaced(null);
    setQuery((now) => ({ ...now, ...part }));
  };
  /** Back to the text, where the match is selected. In a drawer the key closes that instead. */
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isInputMethodKey(event.nativeEvent)) return;
    editor.commands.focus(null, { scrollIntoView: false });
  };
  const goTo = (side: "next" | "previous") => {
    // What is found is marked in the text to write in.
    suggest.show("marked");
    goToMatch(editor, side);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || isInputMethodKey(event.nativeEvent)) return;
    event.preventDefault();
    goTo(event.shiftKey ? "previous" : "next");
  };
  const replaceEvery = async () => {
    if (!suggesting && matches >= LARGE_CHANGE) {
      setKeeping(true);
      try {
        await whenSaved(connection);
        await keepBeforeChange(settings.speech.id);
      } catch {
        // Without the server there is undoing still, which takes all of it back at once.
      }
      setKeeping(false);
      if (editor.isDestroyed || !editor.isEditable) return;
    }
    const count = replaceEveryMatch(editor, query, suggesting);
    // Who has gone on to other words or another tab meanwhile hears of it there.
    if (!isHere() || last.current !== query) {
      notice.tell(find.replaced(count));
      return;
    }
    setReplaced(count);
    // With nothing left to replace the button takes no keys: undoing has to work at once.
    editor.commands.focus(null, { scrollIntoView: false });
  };
  const none = matches === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key is pressed in its fields
    <div className={panel.find} onKeyDown={onEscape}>
      <TextInput
        label={find.search}
        value={query.search}
        ref={input}
        data-autofocus
        onChange={(event) => change({ search: event.currentTarget.value })}
        onKeyDown={onKeyDown}
      />
      <div className={panel.row}>
        <span className={panel.result} role="status">
          {query.search !== "" &&
            (replaced === null ? find.result(current, matches) : find.replaced(replaced))}
        </span>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={find.previous}
          title={find.previous}
          disabled={none}
          onClick={() => goTo("previous")}
        >
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={find.next}
          title={find.next}
          disabled={none}
          onClick={() => goTo("next")}
        >
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </div>
      {/* Native: the only one that the page needs from the start, where every script counts. */}
      <label className={panel.tick}>
        <input
          type="checkbox"
          checked={query.caseSensitive}
          onChange={(event) => change({ caseSensitive: event.currentTarget.checked })}
        />
        {find.caseSensitive}
      </label>
      {editable && (
        <>
          <TextInput
            label={find.replace}
            value={query.replace}
            onChange={(event) => change({ replace: event.currentTarget.value })}
          />
          <div className={panel.row}>
            <Button variant="default" size="xs" disabled={none} onClick={() => replaceMatch(editor)}>
              {find.replaceOne}
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={none}
              loading={keeping}
              onClick={() => void replaceEvery()}
            >
              {find.replaceAll}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
