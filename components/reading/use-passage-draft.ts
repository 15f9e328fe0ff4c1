"use client";

import { useEffect, useState } from "react";
import { DIRECTIVE_KINDS, type DirectiveKind } from "@/core/directive";
import { type DirectiveId, newDirectiveId } from "@/core/ids";
import { draftNames, type Likeness, waitingName, waitingNames } from "./draft-names";
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
}

interface Draft {
  readonly kind: DirectiveKind;
  readonly text: string;
  /** Under which it was kept when it came; null for a new one. */
  readonly name: string | null;
}

/** What is being written about one passage; there again when the same passage is chosen again. */
export function usePassageDraft({ texts, read, quote, likeness, isGone, mayReword }: PassageDraftOptions) {
  const [alike] = useState(likeness);
  const [isRefused, setRefused] = useState(false);
  // Then it goes along to the next passage that is chosen.
  const leaves = isGone || isRefused;
  const nameOf = (kind: DirectiveKind) =>
    leaves ? waitingName(kind, quote) : draftNames(kind, quote, alike)[0];
  const load = (kind: DirectiveKind): Draft => {
    const own = [nameOf(kind), ...draftNames(kind, quote, alike)];
    const name = [...own, ...waitingNames(kind, texts.names(), read)].find(
      (each) => texts.get(each) !== undefined,
    );
    if (name === undefined) return { kind, name: null, text: kind === "rewording" ? quote : "" };
    return { kind, name, text: texts.get(name) ?? "" };
  };
  const [draft, setDraft] = useState<Draft | null>(() =>
    mayReword ? (DIRECTIVE_KINDS.map(load).find(({ name }) => name !== null) ?? null) : load("instruction"),
  );
  const keep = ({ kind, name }: Draft, text: string) => {
    const own = nameOf(kind);
    // Nothing else goes with it: more than one may be waiting.
    if (name !== null && name !== own) texts.set(name, "");
    texts.set(own, text);
  };
  useEffect(() => {
    if (!leaves) return;
    for (const kind of DIRECTIVE_KINDS) {
      const [own] = draftNames(kind, quote, alike);
      const text = texts.get(own);
      if (text === undefined) continue;
      texts.set(waitingName(kind, quote), text);
      texts.set(own, "");
    }
  }, [leaves, texts, quote, alike]);
  return {
    kind: draft?.kind ?? null,
    text: draft?.text ?? "",
    /** Null goes back to choosing, with what was written so far. */
    choose: (chosen: DirectiveKind | null) => setDraft(chosen && load(chosen)),
    write: (text: string) => {
      if (draft === null) return;
      // The words of the text itself are no draft.
      keep(draft, draft.kind === "instruction" || text !== quote ? text : "");
      setDraft({ ...draft, text });
    },
    /** Under which it is sent. */
    idFor: (sent: DirectiveKind): DirectiveId =>
      texts.idFor(draftNames(sent, quote, alike)[0], (draft?.text ?? "").trim(), newDirectiveId),
    /** The server says that its words aren't there any more. */
    goAlong: () => setRefused(true),
    /** It was sent. */
    sent: () => draft && keep(draft, ""),
    giveUp: () => {
      if (draft !== null) keep(draft, "");
      for (const kind of DIRECTIVE_KINDS) texts.set(nameOf(kind), "");
    },
  };
}
