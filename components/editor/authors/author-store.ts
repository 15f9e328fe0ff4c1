/**
 * Who wrote what, as a store beside the editor: read when typing pauses, and only while somebody looks
 * at it. People are asked from the server again whenever a client id turns up that isn't known yet.
 */
import type { Editor } from "@tiptap/core";
import type * as Y from "yjs";
import { listAuthors } from "@/components/api/authors";
import type { SpeechConnection } from "@/components/sync/connection";
import { isAway } from "@/components/sync/save-state";
import { can } from "@/core/access";
import type { AuthorName } from "@/core/authors/author";
import type { AuthorTexts } from "@/core/authors/author-texts";
import { NOTHING_CARRIED } from "@/core/authors/carried-runs";
import { CarryFollower } from "@/core/authors/carry-follower";
import { type StruckRange, struckRanges } from "@/core/authors/struck-ranges";
import { asAppError, type ErrorCode } from "@/core/errors";
import type { SpeechId } from "@/core/ids";
import type { OutlineStore } from "../outline/outline-store";
import { pausing } from "../pausing";
import { retrying } from "../retrying";
import { type AuthorScope, type Range, rangeOfPart, WHOLE_SPEECH } from "./author-range";
import { authorTextsOf, type KnownAuthors, setAuthorShading } from "./author-shading";

export interface AuthorView extends KnownAuthors {
  readonly texts: AuthorTexts;
  /** What of them is struck out and doesn't count. */
  readonly struck: readonly StruckRange[];
  /** What is counted and shaded. */
  readonly scope: AuthorScope;
  /** Where that is now. */
  readonly range: Range;
  /** Whether the text is shaded. */
  readonly shaded: boolean;
  /** Client ids that the server doesn't know either: it hasn't taken their text yet. */
  readonly unsaved: ReadonlySet<number>;
  /** Why the people couldn't be had; asked for again by itself and with the next change. */
  readonly failure: ErrorCode | null;
}

export interface AuthorStore {
  get(): AuthorView;
  subscribe(listener: () => void): () => void;
  shade(shaded: boolean): void;
  /** What is counted and shaded from now on; a part moves along with the caret. */
  choose(scope: AuthorScope): void;
}

export interface AuthorStoreParts {
  readonly editor: Editor;
  readonly outline: OutlineStore;
  readonly connection: SpeechConnection;
  readonly speechId: SpeechId;
  readonly person: AuthorName;
}

/** Reading it goes through every character: not for every pause between two words. */
const WHOLE_TEXT = { pauseMs: 800, longestWaitMs: 5000 };

export function createAuthorStore(parts: AuthorStoreParts): AuthorStore {
  const { editor, outline, connection, speechId, person } = parts;
  const { doc } = connection;
  const listeners = new Set<() => void>();
  // What is typed in this page is the person's own: the server takes it from nobody else.
  const own: [number, AuthorName] = [doc.clientID, { id: person.id, name: person.name }];
  let view: AuthorView = {
    texts: { texts: [], size: 0 },
    struck: [],
    authors: new Map([own]),
    carried: NOTHING_CARRIED,
    scope: "speech",
    range: WHOLE_SPEECH,
    shaded: false,
    unsaved: new Set(),
    failure: null,
  };
  let asking = false;
  const follower = new CarryFollower();
  /** What was put elsewhere before this page began to follow it is the server's to tell. */
  let isFollowed = false;
  let stop: (() => void) | null = null;

  const show = (change: Partial<AuthorView>) => {
    view = { ...view, ...change };
    if (view.shaded && !editor.isDestroyed) setAuthorShading(editor.view, view, view.range);
    for (const listener of listeners) listener();
  };
  const isUnknown = ({ clientId }: { readonly clientId: number }) => !view.authors.has(clientId);
  /** Read once for each view: every key asks, and a long text has thousands of runs. */
  let knownFor: { readonly view: AuthorView; readonly hasUnknown: boolean } | null = null;
  const hasUnknown = () => {
    if (knownFor?.view !== view)
      knownFor = { view, hasUnknown: view.texts.texts.some(({ runs }) => runs.some(isUnknown)) };
    return knownFor.hasUnknown;
  };
  const maySee = () => can(connection.state.role, "see-versions");
  // A lost connection or right comes back through the connection's own news, which reads again.
  const mayAsk = () => maySee() && !isAway(connection.state.save);
  const ask = async () => {
    asking = true;
    isFollowed = true;
    const asked = view.texts.texts.flatMap(({ runs }) => runs.filter(isUnknown));
    try {
      const answer = await listAuthors(speechId);
      const authors = new Map([own]);
      for (const { clientIds, ...author } of answer.authors) {
        for (const clientId of clientIds) authors.set(clientId, author);
      }
      follower.learn(answer.carried);
      const unsaved = new Set(asked.flatMap(({ clientId }) => (authors.has(clientId) ? [] : clientId)));
      retry.done();
      show({ authors, unsaved, failure: null });
      readTexts();
    } catch (error) {
      isFollowed = false;
      retry.failed();
      show({ failure: asAppError(error).code });
    } finally {
      asking = false;
    }
  };
  const readTexts = () => {
    if (editor.isDestroyed) return;
    const texts = authorTextsOf(doc, editor.state, follower.runs);
    // While somebody composes, page and shared document differ; the end of it asks again.
    if (texts.size !== editor.state.doc.content.size) return;
    show({ texts, struck: struckRanges(editor.state.doc), carried: follower.runs });
  };
  const read = () => {
    readTexts();
    if ((hasUnknown() || !isFollowed) && !asking && mayAsk()) void ask();
  };
  const schedule = pausing(read, WHOLE_TEXT);
  const retry = retrying(read);
  // Text that came back from this browser's copy has its author once the server has taken it.
  const askAfterSaving = () => (hasUnknown() || !isFollowed) && schedule.request();
  /** Who may only read from now on has no switch any more. */
  const onConnection = () => (view.shaded && !maySee() ? shade(false) : askAfterSaving());
  const rangeOf = (scope: AuthorScope) => (scope === "part" ? rangeOfPart(outline.get()) : WHOLE_SPEECH);
  const followCaret = () => {
    const range = rangeOf(view.scope);
    if (range.from !== view.range.from || range.to !== view.range.to) show({ range });
  };
  const follow = (transaction: Y.Transaction) => follower.follow(transaction);

  const watch = () => {
    const needed = listeners.size > 0 || view.shaded;
    if (needed === (stop !== null)) return;
    stop?.();
    stop = null;
    if (!needed) return;
    editor.on("update", schedule.request);
    doc.on("update", schedule.request);
    doc.on("afterTransaction", follow);
    const leave = connection.subscribe(onConnection);
    const leaveOutline = outline.subscribe(followCaret);
    const stopRetrying = retry.follow();
    stop = () => {
      editor.off("update", schedule.request);
      doc.off("update", schedule.request);
      doc.off("afterTransaction", follow);
      leave();
      leaveOutline();
      stopRetrying();
      schedule.cancel();
    };
    isFollowed = false;
    // Not at once: a component that subscribes mustn't be rendered in the middle of that.
    schedule.request();
  };

  const shade = (shaded: boolean) => {
    if (!shaded) setAuthorShading(editor.view, null);
    show({ shaded });
    watch();
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
    shade,
    choose: (scope) => show({ scope, range: rangeOf(scope) }),
  };
}
