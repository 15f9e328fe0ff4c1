"use client";

import { ActionIcon, Menu, SegmentedControl, Skeleton } from "@mantine/core";
import { IconChecks, IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { useNotice } from "@/components/shell/use-notice";
import { can, roleOnText } from "@/core/access";
import { colorOf } from "@/core/presence";
import type { ListedSuggestion } from "@/core/review/list-suggestions";
import { useSpeechMembers } from "../comments/use-speech-members";
import { useThreads } from "../comments/use-threads";
import { loadDecisionsList } from "../shell/part-loaders";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { keyNames } from "../toolbar/key-names";
import { useDeciding } from "./decide";
import { draftPlaceOn } from "./draft-place-on";
import { proposerName } from "./proposer-name";
import { SuggestLock } from "./suggest-lock";
import type { SuggestionView } from "./suggest-store";
import { SuggestionCard } from "./suggestion-card";
import classes from "./suggestions.module.css";
import { useCurrentSuggestion } from "./use-current-suggestion";
import { useProposerNames } from "./use-proposer-names";
import { useSuggestions, useSuggestState } from "./use-suggestions";

const DecisionsList = dynamic(
  laterPart(loadDecisionsList),
  // With nothing of its own to show meanwhile, the whole panel would go, and the focus with it.
  { loading: () => <Skeleton height={120} /> },
);

/** In the place of a name that is on its way. */
const NOT_YET = "…";

/** What is proposed, in the order of the text: looked at, accepted, rejected, taken back. */
export default function SuggestionsPanel() {
  const words = useMessages().editor.suggestions;
  const { connection, editor, person, settings, showComments, suggest, suggestions, threads } =
    useWorkspace();
  const { threads: openThreads } = useThreads(threads);
  const role = useConnectionFact(connection, (state) => roleOnText(state.role, settings.speech));
  const members = useSpeechMembers(settings.speech.id, settings.speech);
  const listed = useSuggestions();
  const { view } = useSuggestState(suggest);
  const { mayDecide, decide, askHere } = useDeciding();
  const notice = useNotice();
  const [list, setList] = useState<"pending" | "decided">("pending");
  const [wanted, setWanted] = useState("");
  const people = [...new Set(listed.map((each) => each.person))];
  // Of whom nothing is proposed any more: the select would show everybody, over an empty list.
  const whose = people.includes(wanted) ? wanted : "";
  const isShown = (each: ListedSuggestion) => whose === "" || each.person === whose;
  const shown = listed.filter(isShown);
  const { active, list: cards, goTo, step } = useCurrentSuggestion(isShown);
  const isMember = (id: string) => id === person.id || members.some(({ personId }) => personId === id);
  // Only once the members are there: until then everybody would be a stranger.
  const strangers = members.length === 0 ? [] : people.filter((id) => !isMember(id));
  const asked = useProposerNames(settings.speech.id, strangers);
  const nameOf = (id: string) => proposerName(id, words.gone, { person, members, ...asked });

  const decideOne = (suggestion: ListedSuggestion, decision: "accept" | "reject") => {
    const at = shown.indexOf(suggestion);
    decide({ ids: new Set([suggestion.id]), decision }).catch(notice.fail);
    // On to the next, as on a sheet that is gone through from top to bottom.
    goTo((shown[at + 1] ?? shown[at - 1])?.id ?? null);
  };
  const threadsOn = ({ id }: ListedSuggestion) =>
    openThreads.filter((thread) => thread.suggestion === id && thread.resolved === null);
  const comment = (suggestion: ListedSuggestion) => {
    const draft = draftPlaceOn(suggestion.id, editor, suggestions);
    if (draft === null) return;
    const [first] = threadsOn(suggestion);
    goTo(suggestion.id);
    if (first === undefined) threads.beginDraft(draft);
    else threads.activate(first.id);
    showComments();
  };
  const askShown = (decision: "accept" | "reject") =>
    suggest.ask({ ids: new Set(shown.map(({ id }) => id)), decision, keepsVersion: true });

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
      {can(role, "see-versions") && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={words.decided.lists}
          value={list}
          onChange={(value) => setList(value as typeof list)}
          data={[
            { value: "pending", label: words.decided.pending },
            { value: "decided", label: words.decided.decided },
          ]}
        />
      )}
      {list === "decided" ? (
        <DecisionsList />
      ) : listed.length === 0 ? (
        <p className={classes.empty}>{words.none}</p>
      ) : (
        <>
          <div className={classes.tools}>
            <select
              className={classes.select}
              aria-label={words.byPerson}
              value={whose}
              onChange={(event) => setWanted(event.currentTarget.value)}
            >
              <option value="">{words.everybody(listed.length)}</option>
              {people.map((id) => (
                <option key={id} value={id}>
                  {nameOf(id) ?? NOT_YET}
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
                  >
                    <IconChecks size={16} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item rightSection={keyNames("mod+Alt+A")} onClick={() => askHere("accept")}>
                    {words.acceptHere}
                  </Menu.Item>
                  <Menu.Item rightSection={keyNames("mod+Alt+R")} onClick={() => askHere("reject")}>
                    {words.rejectHere}
                  </Menu.Item>
                  <Menu.Divider />
                  <Menu.Item
                    leftSection={<IconChecks size={16} aria-hidden />}
                    onClick={() => askShown("accept")}
                  >
                    {words.acceptShown(shown.length)}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconX size={16} aria-hidden />} onClick={() => askShown("reject")}>
                    {words.rejectShown(shown.length)}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </div>
          <ul className={classes.list} ref={cards}>
            {shown.map((suggestion) => (
              <SuggestionCard
                key={suggestion.id}
                suggestion={suggestion}
                author={nameOf(suggestion.person) ?? NOT_YET}
                colour={colorOf(suggestion.person)}
                active={suggestion.id === active}
                mayDecide={mayDecide}
                mayWithdraw={can(role, "suggest") && suggestion.person === person.id}
                onShow={() => goTo(suggestion.id)}
                comments={can(role, "comment") ? threadsOn(suggestion).length : null}
                onComment={() => comment(suggestion)}
                onDecide={(decision) => decideOne(suggestion, decision)}
                onExplain={() => suggest.ask({ ids: new Set([suggestion.id]), decision: "accept" })}
              />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
