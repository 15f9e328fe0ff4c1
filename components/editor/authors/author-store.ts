/**
 * Who wrote what, as a store beside the editor: read when typing pauses, and only while somebody looks
 * at it. People are asked from the server again whenever a client id turns up that isn't known yet.
 */
import type { Editor } from "@tiptap/core";
import { listAuthors } from "@/components/api/authors";
import type { SpeechConnection } from "@/components/sync/connection";
import type { SaveState } from "@/components/sync/save-state";
import { can } from "@/core/access";
import type { AuthorName } from "@/core/authors/author";
import type { AuthorTexts } from "@/core/authors/author-texts";
import { type StruckRange, struckRanges } from "@/core/authors/struck-ranges";
import { AppError, type ErrorCode } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import { pausing } from "../pausing";
import { type Authors, authorTextsOf, setAuthorShading } from "./author-shading";

export interface AuthorView {
  readonly texts: AuthorTexts;
  /** What of them is struck out and doesn't count. */
  readonly struck: readonly StruckRange[];
  readonly authors: Authors;
  /** Whether the text is shaded. */
  readonly shaded: boolean;
  /** Why the people couldn't be had; tried again with the next change. */
  readonly failure: ErrorCode | null;
}

export interface AuthorStore {
  get(): AuthorView;
  subscribe(listener: () => void): () => void;
  shade(shaded: boolean): void;
}

export interface AuthorStoreParts {
  readonly editor: Editor;
  readonly connection: SpeechConnection;
  readonly speechId: SpeechId;
  readonly person: AuthorName;
}

/** Reading it goes through every character: not for every pause between two words. */
const WHOLE_TEXT = { pauseMs: 800, longestWaitMs: 5000 };

/** While the page stands so, the server wouldn't hear it. */
const AWAY: ReadonlySet<SaveState["kind"]> = new Set(["connecting", "offline", "refused"]);

export function createAuthorStore({ editor, connection, speechId, person }: AuthorStoreParts): AuthorStore {
  const { doc } = connection;
  const listeners = new Set<() => void>();
  // What is typed in this page is the person's own: the server takes it from nobody else.
  const own: [number, AuthorName] = [doc.clientID, { id: person.id, name: person.name }];
  let view: AuthorView = {
    texts: { texts: [], size: 0 },
    struck: [],
    authors: new Map([own]),
    shaded: false,
    failure: null,
  };
  let asking = false;
  let stop: (() => void) | null = null;

  const show = (change: Partial<AuthorView>) => {
    view = { ...view, ...change };
    if (view.shaded && !editor.isDestroyed) setAuthorShading(editor.view, view.authors);
    for (const listener of listeners) listener();
  };
  const hasUnknown = () =>
    view.texts.texts.some(({ runs }) => runs.some(({ clientId }) => !view.authors.has(clientId)));
  // A lost connection or right comes back through the connection's own news, which reads again.
  const mayAsk = () => {
    const { save, role } = connection.state;
    return can(role, "see-versions") && !AWAY.has(save.kind);
  };
  const ask = async () => {
    asking = true;
    try {
      const authors = new Map([own]);
      for (const { clientIds, ...author } of await listAuthors(speechId)) {
        for (const clientId of clientIds) authors.set(clientId, author);
      }
      show({ authors, failure: null });
    } catch (error) {
      show({ failure: error instanceof AppError ? error.code : "internal" });
    } finally {
      asking = false;
    }
  };
  const read = () => {
    if (editor.isDestroyed) return;
    const texts = authorTextsOf(doc, editor.state);
    // While somebody composes, page and shared document differ; the end of it asks again.
    if (texts.size === editor.state.doc.content.size) show({ texts, struck: struckRanges(editor.state.doc) });
    if (hasUnknown() && !asking && mayAsk()) void ask();
  };
  const schedule = pausing(read, WHOLE_TEXT);
  // Text that came back from this browser's copy has its author once the server has taken it.
  const askAfterSaving = () => hasUnknown() && schedule.request();

  const watch = () => {
    const needed = listeners.size > 0 || view.shaded;
    if (needed === (stop !== null)) return;
    stop?.();
    stop = null;
    if (!needed) return;
    editor.on("update", schedule.request);
    doc.on("update", schedule.request);
    const leave = connection.subscribe(askAfterSaving);
    stop = () => {
      editor.off("update", schedule.request);
      doc.off("update", schedule.request);
      leave();
      schedule.cancel();
    };
    // Not at once: a component that subscribes mustn't be rendered in the middle of that.
    schedule.request();
  };

  return {
    get: () => view,
    subscribe(listener) {
      listeners.add(listener);
      watch();
      return () => {
        listeners.delete(listener);
        watch();
      };
    },
    shade(shaded) {
      if (!shaded) setAuthorShading(editor.view, null);
      show({ shaded });
      watch();
    },
  };
}
