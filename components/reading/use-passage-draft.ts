"use client";

import { useState } from "react";
import { DIRECTIVE_KINDS, type DirectiveKind } from "@/core/directive";
import { type DirectiveId, newDirectiveId } from "@/core/ids";
import { draftNames, type Likeness } from "./draft-names";
import type { KeptTexts } from "./kept-texts";

interface PassageDraftOptions {
  readonly texts: KeptTexts;
  /** The passage's words: the draft is found by them wherever the passage went. */
  readonly quote: string;
  /** At first: the text around it may be read anew while this is written. */
  readonly likeness: Likeness;
  readonly mayReword: boolean;
}

/** Under which what was written about words that changed meanwhile waits for the next passage. */
const waitingName = (kind: DirectiveKind) => `waiting-${kind}`;

/** What is being written about one passage; there again when the same passage is chosen again. */
export function usePassageDraft({ texts, quote, likeness, mayReword }: PassageDraftOptions) {
  const [alike] = useState(likeness);
  const keptOf = (kind: DirectiveKind) =>
    [...draftNames(kind, quote, alike), waitingName(kind)]
      .map((name) => texts.get(name))
      .find((text) => text !== undefined);
  const keep = (kind: DirectiveKind, next: string) => {
    const [own, ...gone] = draftNames(kind, quote, alike);
    texts.set(own, next);
    for (const name of [...gone, waitingName(kind)]) texts.set(name, "");
  };
  const textOf = (kind: DirectiveKind) => keptOf(kind) ?? (kind === "rewording" ? quote : "");
  const begun = DIRECTIVE_KINDS.find((kind) => keptOf(kind) !== undefined) ?? null;
  const first = mayReword ? begun : "instruction";
  const [kind, setKind] = useState<DirectiveKind | null>(first);
  const [text, setText] = useState(first === null ? "" : textOf(first));
  return {
    kind,
    text,
    /** Null goes back to choosing, with what was written so far. */
    choose: (chosen: DirectiveKind | null) => {
      setKind(chosen);
      setText(chosen === null ? "" : textOf(chosen));
    },
    write: (next: string) => {
      setText(next);
      // The words of the text itself are no draft.
      const isDraft = kind === "instruction" || next !== quote;
      if (kind !== null) keep(kind, isDraft ? next : "");
    },
    /** Under which it is sent. */
    idFor: (sent: DirectiveKind): DirectiveId =>
      texts.idFor(draftNames(sent, quote, alike)[0], text.trim(), newDirectiveId),
    /** Its words aren't there any more: it goes along to the next passage that is chosen. */
    goAlong: () => {
      if (kind === null) return;
      keep(kind, "");
      texts.set(waitingName(kind), text);
    },
    /** It was sent. */
    sent: () => kind !== null && keep(kind, ""),
    giveUp: () => {
      for (const each of DIRECTIVE_KINDS) keep(each, "");
    },
  };
}
