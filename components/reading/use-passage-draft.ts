"use client";

import { useEffect, useState } from "react";
import { DIRECTIVE_KINDS, type DirectiveKind } from "@/core/directive";
import { type DirectiveId, newDirectiveId } from "@/core/ids";
import { draftNames, type Likeness, quoteIn, waitingName, waitingNames } from "./draft-names";
import type { KeptTexts } from "./kept-texts";

/** What became of what was sent from the sheets of this page, by the ids under which it was. */
export type Sent = Readonly<Record<string, "on its way" | "made" | "failed">>;

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
  /** By this passage's sheets and others. */
  readonly sent: Sent;
}

interface Draft {
  readonly kind: DirectiveKind;
  readonly text: string;
  /** Under which it was kept when it came; null for a new one. */
  readonly name: string | null;
  /** Under which it was sent in just these words; null where it wasn't. */
  readonly id: string | null;
}

/** What is being written about one passage; there again when the same passage is chosen again. */
export function usePassageDraft(options: PassageDraftOptions) {
  const { texts, read, quote, likeness, isGone, mayReword, made, sent } = options;
  const [alike] = useState(likeness);
  const [isRefused, setRefused] = useState(false);
  // Then it goes along to the next passage that is chosen.
  const leaves = isGone || isRefused;
  const nameOf = (kind: DirectiveKind) =>
    leaves ? waitingName(kind, quote) : draftNames(kind, quote, alike)[0];
  const isOnItsWay = (id: string | null) => id !== null && sent[id] === "on its way";
  const load = (kind: DirectiveKind): Draft => {
    const own = [nameOf(kind), ...draftNames(kind, quote, alike), waitingName(kind, quote)];
    // What is on its way waits for no other passage before its answer.
    const others = waitingNames(kind, texts.names(), read).filter(
      (each) => !isOnItsWay(texts.sentUnder(each)),
    );
    const name = [...own, ...others].find((each) => texts.get(each) !== undefined);
    if (name === undefined) return { kind, name: null, text: kind === "rewording" ? quote : "", id: null };
    return { kind, name, text: texts.get(name) ?? "", id: texts.sentUnder(name) };
  };
  const begin = (): Draft | null => {
    for (const name of texts.names()) if (made.includes(texts.sentUnder(name) ?? "")) texts.set(name, "");
    const drafts = DIRECTIVE_KINDS.map(load);
    const going = drafts.find(({ id }) => isOnItsWay(id));
    if (going !== undefined) return going;
    if (!mayReword) return load("instruction");
    return drafts.find(({ name }) => name !== null) ?? null;
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
    // It may have been moved since this was drawn. Others that wait there stay, and what was begun there meanwhile.
    const isIt = (name: string) => (texts.get(name) ?? from.text).trim() === from.text.trim();
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
    /** What became of it, from this sheet or one that was here before; null where it wasn't sent from this page. */
    state: draft?.id == null ? null : (sent[draft.id] ?? null),
    /** The words that it was written about, which aren't there any more; null where they are these. */
    about: about === quote ? null : about,
    /** Null goes back to choosing, with what was written so far. */
    choose: (chosen: DirectiveKind | null) => setDraft(chosen && load(chosen)),
    write: (text: string) => {
      if (draft === null) return;
      gather(draft);
      // The words of the text itself are no draft.
      texts.set(nameOf(draft.kind), draft.kind === "instruction" || text !== quote ? text : "");
      setDraft({ ...draft, text, id: null });
    },
    /** Under which it is sent. */
    idFor: (kind: DirectiveKind): DirectiveId => {
      if (draft !== null) gather(draft);
      const id = texts.idFor(nameOf(kind), (draft?.text ?? "").trim(), newDirectiveId);
      if (draft !== null) setDraft({ ...draft, id });
      return id;
    },
    /** The server says that its words aren't there any more. */
    goAlong: () => setRefused(true),
    /** It was sent under this id. */
    sent: (id: DirectiveId) => {
      if (draft !== null) clear(draft);
      // Another sheet may have moved it since.
      for (const name of texts.names()) if (texts.sentUnder(name) === id) texts.set(name, "");
    },
    giveUp: () => {
      if (draft !== null) clear(draft);
      for (const kind of DIRECTIVE_KINDS) texts.set(nameOf(kind), "");
    },
  };
}
