"use client";

import type { Editor } from "@tiptap/core";
import { createContext, type RefObject, useContext } from "react";
import type { SpeechConnection } from "@/components/sync/connection";
import type { Person } from "@/core/person";
import type { AuthorStore } from "../authors/author-store";
import type { ThreadStore } from "../comments/thread-store";
import type { OutlineStore } from "../outline/outline-store";
import type { Follow } from "../presence/use-follow";
import type { SignOffStore } from "../sign-off/sign-off-store";
import type { SuggestStore } from "../suggest/suggest-store";
import type { SuggestionList } from "../suggest/suggestion-list";
import type { ShownText } from "./shown-text";
import type { SpeechSettings } from "./use-speech";

/** What the parts around the page share. Nothing in it changes with a keystroke. */
export interface WorkspaceParts {
  readonly editor: Editor;
  readonly connection: SpeechConnection;
  readonly settings: SpeechSettings;
  readonly person: Person;
  readonly outline: OutlineStore;
  readonly shown: ShownText;
  readonly follow: Follow;
  readonly threads: ThreadStore;
  /** Whether this page suggests, and how suggestions are shown. */
  readonly suggest: SuggestStore;
  readonly suggestions: SuggestionList;
  readonly authors: AuthorStore;
  readonly signOffs: SignOffStore;
  /** Shows the panel of comments. */
  readonly showComments: () => void;
  /** Shows the panel of suggestions. */
  readonly showSuggestions: () => void;
  /** Shows the pages as they'd print. */
  readonly showPreview: () => void;
  /** What scrolls the text. */
  readonly desk: RefObject<HTMLElement | null>;
}

export const WorkspaceContext = createContext<WorkspaceParts | null>(null);

/** Throws for a component that stands outside of the workspace. */
export function useWorkspace(): WorkspaceParts {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error("The workspace is missing above this component.");
  return workspace;
}
