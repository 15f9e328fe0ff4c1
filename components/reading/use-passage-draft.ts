"use client";

import { useEffect, useState } from "react";
import { DIRECTIVE_KINDS, type DirectiveKind } from "@/core/directive";
import { type DirectiveId, newDirectiveId } from "@/core/ids";
import { draftNames, type Likeness, quoteIn, waitingName, waitingNames } from "./draft-names";
import type { KeptTexts } from "./kept-texts";

interface PassageDraftOptions {
  readonly texts: KeptTexts;
  /** The texts of all blocks that are read. */
  readonly read: readonly string[];
  /** The passage's words: the draft is found by them wherever the passage went. */
  readonly quote: string;
  /** At first: the text around it may be read anew while this is written. */
  readonly likeness: Likeness;
  /** The passage isn't in what is read any more. */
  readonly isGone: boolean;
  readonly mayReword: boolean;
  /** What the reader has asked for already: a draft of it is none, though its answer was lost. */
  readonly made: readonly string[];
}

interface Draft {
  readonly kind: DirectiveKind;
  readonly text: string;
  /** Under which it was kept when it came; null for a new one. */
  readonly name: string | null;
}

/** What is being written about one passage; there again when the same passage is chosen again. */
export function usePassageDraft(options: PassageDraftOptions) {
  const { texts, read, quote, likeness, isGone, mayReword, made } = options;
  const [alike] = useState(likeness);
  const [isRefused, setRefused] = useState(false);
  // Then it goes along to the next passage that is chosen.
  const leaves = isGone || isRefused;
  const nameOf = (kind: DirectiveKind) =>
    leaves ? waitingName(kind, quote) : draftNames(kind, quote, alike)[0];
  const load = (kind: DirectiveKind): Draft => {
    const own = [nameOf(kind), ...draftNames(kind, quote, alike), waitingName(kind, quote)];
    const name = [...own, ...waitingNames(kind, texts.names(), read)].find(
      (each) => texts.get(each) !== undefined,
    );
    if (name === undefined) return { kind, name: null, text: kind === "rewording" ? quote : "" };
    return { kind, name, text: texts.get(name) ?? "" };
  };
  const begin = (): Draft | null => {
    for (const name of texts.names()) if (made.includes(texts.sentUnder(name) ?? "")) texts.set(name, "");
    if (!mayReword) return load("instruction");
    return DIRECTIVE_KINDS.map(load).find(({ name }) => name !== null) ?? null;
  };
  const [draft, setDraft] = useState<Draft | null>(begin);
  /** Under which of its names it may be: the passage may have gone, and come back, since it was begun. */
  const namesOf = ({ kind, name }: Draft) => [
    draftNames(kind, quote, alike)[0],
    waitingName(kind, quote),
    ...(name === null ? [] : [name]),
  ];
  /** Nothing else goes with it: more than one may be waiting, in the same words too. */
  const gather = (from: Draft) => {
    const own = nameOf(from.kind);
    for (const name of namesOf(from)) if (texts.get(own) === undefined) texts.move(name, own);
  };
  const clear = (from: Draft) => {
    texts.set(nameOf(from.kind), "");
    // Where it was moved to since this was drawn; others that wait there stay.
    const isIt = (name: string) => texts.get(name)?.trim() === from.text.trim();
    for (const name of namesOf(from)) if (isIt(name)) texts.set(name, "");
  };
  useEffect(() => {
    for (const kind of DIRECTIVE_KINDS) {
      const [own] = draftNames(kind, quote, alike);
      const waiting = waitingName(kind, quote);
      if (leaves) texts.move(own, waiting);
      else if (texts.get(own) === undefined) texts.move(waiting, own);
    }
  }, [leaves, texts, quote, alike]);
  const about = draft?.name == null ? null : quoteIn(draft.name);
  return {
    kind: draft?.kind ?? null,
    text: draft?.text ?? "",
    /** The words that it was written about, which aren't there any more; null where they are these. */
    about: about === quote ? null : about,
    /** Null goes back to choosing, with what was written so far. */
    choose: (chosen: DirectiveKind | null) => setDraft(chosen && load(chosen)),
    write: (text: string) => {
      if (draft === null) return;
      gather(draft);
      // The words of the text itself are no draft.
      texts.set(nameOf(draft.kind), draft.kind === "instruction" || text !== quote ? text : "");
      setDraft({ ...draft, text });
    },
    /** Under which it is sent. */
    idFor: (sent: DirectiveKind): DirectiveId => {
      if (draft !== null) gather(draft);
      return texts.idFor(nameOf(sent), (draft?.text ?? "").trim(), newDirectiveId);
    },
    /** The server says that its words aren't there any more. */
    goAlong: () => setRefused(true),
    /** It was sent. */
    sent: () => draft && clear(draft),
    giveUp: () => {
      if (draft !== null) clear(draft);
      for (const kind of DIRECTIVE_KINDS) texts.set(nameOf(kind), "");
    },
  };
}
