"use client";

import { explainDecisions } from "@/components/api/decisions";
import { keepBeforeChange } from "@/components/api/versions";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import { can, roleOnText } from "@/core/access";
import type { Suggestion } from "@/core/document/suggestion";
import { AppError } from "@/core/errors";
import { whenSaved } from "../comments/when-saved";
import { LARGE_CHANGE } from "../large-change";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { settleSuggestions } from "./settle-command";
import type { DecideRequest } from "./suggest-store";
import { suggestionsHere } from "./suggestions-here";

/** Deciding as this person may: everything with the right to edit, else only taking the own ones back. */
export function useDeciding() {
  const { suggestions: words } = useMessages().editor;
  const notice = useNotice();
  const { connection, editor, person, settings, suggest, suggestions } = useWorkspace();
  const { speech } = settings;
  const role = useConnectionFact(connection, (state) => roleOnText(state.role, speech));
  const mayDecide = can(role, "edit");

  const explain = async (ids: ReadonlySet<string>, reason: string) => {
    try {
      // A decision is known to the server with the change that brings it.
      await whenSaved(connection);
      await explainDecisions(speech.id, { suggestions: [...ids], reason });
    } catch {
      notice.tell(words.decide.reasonFailed);
    }
  };

  /**
   * One undo takes it back. Throws AppError when no version could be kept before, and `forbidden` when the right to
   * decide went meanwhile. Says what was done when it was more than one, since not all of it is in sight.
   */
  const decide = async ({ ids, decision, keepsVersion = false }: DecideRequest, reason = "") => {
    if (keepsVersion) {
      await whenSaved(connection);
      await keepBeforeChange(speech.id);
    }
    // Others may have settled some since it was asked: nobody may be told that those were decided here.
    suggestions.read();
    const listed = suggestions.get().filter(({ id }) => ids.has(id));
    if (listed.length < ids.size) notice.tell(words.decide.gone(ids.size - listed.length));
    if (listed.length === 0) return;
    // As it is by now: the chief may have locked the speech, or closed the text, since it was asked or rendered.
    const now = roleOnText(connection.state.role, speech);
    const isMine = ({ person: proposer }: Suggestion) =>
      can(now, "edit") || (can(now, "suggest") && decision === "reject" && proposer === person.id);
    const standing = new Set(listed.filter(isMine).map(({ id }) => id));
    if (standing.size === 0) throw new AppError("forbidden");
    settleSuggestions(editor, (each) => (ids.has(each.id) && isMine(each) ? decision : "keep"));
    suggestions.read();
    if (reason !== "") void explain(standing, reason);
    if (ids.size > 1) notice.tell(words.decide.done[decision](standing.size));
  };

  /** Asks about what is in the selection or the paragraph. */
  const askHere = (decision: DecideRequest["decision"]) => {
    if (suggest.leadBack()) return notice.tell(words.selectToDecide);
    suggestions.read();
    const here = suggestionsHere(editor.state);
    const listed = suggestions.get().filter(({ id }) => here.has(id));
    const own =
      decision === "reject" && can(role, "suggest") ? listed.filter((each) => each.person === person.id) : [];
    const ids = new Set((mayDecide ? listed : own).map(({ id }) => id));
    // Ctrl-A before it makes it all of them.
    const keepsVersion = mayDecide && ids.size >= LARGE_CHANGE;
    if (ids.size === 0) notice.tell(words.noneHere);
    else suggest.ask({ ids, decision, keepsVersion });
  };
  return { mayDecide, decide, askHere };
}
