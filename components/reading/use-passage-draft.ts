"use client";

import { useState } from "react";
import { DIRECTIVE_KINDS, type DirectiveKind } from "@/core/directive";
import type { KeptTexts } from "./kept-texts";

interface PassageDraftOptions {
  readonly texts: KeptTexts;
  /** The passage's words: the draft is found by them wherever the passage went. */
  readonly quote: string;
  readonly mayReword: boolean;
}

/** What is being written about one passage; there again when the same passage is chosen again. */
export function usePassageDraft({ texts, quote, mayReword }: PassageDraftOptions) {
  const nameOf = (kind: DirectiveKind) => `${kind}-${quote}`;
  const textOf = (kind: DirectiveKind) => texts.get(nameOf(kind)) ?? (kind === "rewording" ? quote : "");
  const begun = DIRECTIVE_KINDS.find((kind) => texts.get(nameOf(kind)) !== undefined) ?? null;
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
      if (kind !== null) texts.set(nameOf(kind), isDraft ? next : "");
    },
    /** It was sent. */
    sent: () => kind !== null && texts.set(nameOf(kind), ""),
    giveUp: () => {
      for (const each of DIRECTIVE_KINDS) texts.set(nameOf(each), "");
    },
  };
}
