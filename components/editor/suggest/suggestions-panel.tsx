"use client";

import { ActionIcon, Menu, SegmentedControl } from "@mantine/core";
import { IconChecks, IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { keepBeforeChange } from "@/components/api/versions";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { can, roleOnText } from "@/core/access";
import { colorOf } from "@/core/presence";
import type { ListedSuggestion } from "@/core/review/list-suggestions";
import type { Decision } from "@/core/review/settle";
import { useSpeechMembers } from "../comments/use-members";
import { whenSaved } from "../comments/when-saved";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { settleSuggestions } from "./settle-command";
import { SuggestLock } from "./suggest-lock";
import type { SuggestionView } from "./suggest-store";
import { SuggestionCard } from "./suggestion-card";
import classes from "./suggestions.module.css";
import { useProposerNames } from "./use-proposer-names";
import { useSuggestions, useSuggestState } from "./use-suggestions";

/** What is proposed, in the order of the text: looked at, accepted, rejected, taken back. */
export default function SuggestionsPanel() {
  const words = useMessages().editor.suggestions;
  const { connection, editor, person, settings, suggest, suggestions } = useWorkspace();
  const role = useConnectionFact(connection, (state) => roleOnText(state.role, settings.speech));
  const members = useSpeechMembers(settings.speech.id);
  const listed = useSuggestions();
  const { view } = useSuggestState(suggest);
  const [whose, setWhose] = useState("");
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const mayDecide = can(role, "edit");
  const people = [...new Set(listed.map((each) => each.person))];
  const shown = listed.filter((each) => whose === "" || each.person === whose);
  const isMember = (id: string) => id === person.id || members.some(({ personId }) => personId === id);
  // Only once the members are there: until then everybody would be a stranger.
  const strangers = members.length === 0 ? [] : people.filter((id) => !isMember(id));
  const names = useProposerNames(settings.speech.id, strangers);
  const nameOf = (id: string) =>
    members.find(({ personId }) => personId === id)?.name ??
    (id === person.id ? person.name : names.get(id) || words.gone);

  const show = (suggestion: ListedSuggestion) => {
    suggest.show("marked");
    setActive(suggestion.id);
    const { from } = suggestion;
    editor
      .chain()
      .setTextSelection(Math.min(from + 1, editor.state.doc.content.size))
      .scrollIntoView()
      .run();
  };
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === active);
    const next = shown[at === -1 && by === -1 ? shown.length - 1 : (at + by + shown.length) % shown.length];
    if (next !== undefined) show(next);
  };
  const decide = (suggestion: ListedSuggestion, decision: Decision) => {
    const at = shown.indexOf(suggestion);
    settleSuggestions(editor, ({ id }) => (id === suggestion.id ? decision : "keep"));
    suggestions.read();
    // On to the next, as on a sheet that is gone through from top to bottom.
    setActive((shown[at + 1] ?? shown[at - 1])?.id ?? null);
  };
  // Much changes at once: the server keeps a version of what was there first, or nothing is decided.
  const decideShown = async (decision: Decision) => {
    setBusy(true);
    try {
      await whenSaved(connection);
      await keepBeforeChange(settings.speech.id);
      // What came in meanwhile nobody has looked at.
      const seen = new Set(shown.map(({ id }) => id));
      settleSuggestions(editor, ({ id }) => (seen.has(id) ? decision : "keep"));
      suggestions.read();
      setActive(null);
    } catch (error) {
      notice.fail(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={classes.panel}>
      <SuggestLock />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={words.view}
        value={view}
        onChange={(value) => suggest.show(value as SuggestionView)}
        data={Object.entries(words.views).map(([value, label]) => ({ value, label }))}
      />
      {listed.length === 0 ? (
        <p className={classes.empty}>{words.none}</p>
      ) : (
        <>
          <div className={classes.tools}>
            <select
              className={classes.select}
              aria-label={words.byPerson}
              value={whose}
              onChange={(event) => setWhose(event.currentTarget.value)}
            >
              <option value="">{words.everybody(listed.length)}</option>
              {people.map((id) => (
                <option key={id} value={id}>
                  {nameOf(id)}
                </option>
              ))}
            </select>
            <ActionIcon variant="default" size={30} aria-label={words.previous} onClick={() => step(-1)}>
              <IconChevronUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="default" size={30} aria-label={words.next} onClick={() => step(1)}>
              <IconChevronDown size={16} aria-hidden />
            </ActionIcon>
            {mayDecide && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon
                    variant="default"
                    size={30}
                    aria-label={words.decideAll}
                    title={words.decideAll}
                    loading={busy}
                  >
                    <IconChecks size={16} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconChecks size={16} aria-hidden />}
                    onClick={() => void decideShown("accept")}
                  >
                    {words.acceptShown(shown.length)}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconX size={16} aria-hidden />}
                    onClick={() => void decideShown("reject")}
                  >
                    {words.rejectShown(shown.length)}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </div>
          <ul className={classes.list}>
            {shown.map((suggestion) => (
              <SuggestionCard
                key={suggestion.id}
                suggestion={suggestion}
                author={nameOf(suggestion.person)}
                colour={colorOf(suggestion.person)}
                active={suggestion.id === active}
                mayDecide={mayDecide}
                mayWithdraw={can(role, "suggest") && suggestion.person === person.id}
                onShow={() => show(suggestion)}
                onDecide={(decision) => decide(suggestion, decision)}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
