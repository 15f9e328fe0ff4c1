/**
 * One speech's live document in this page: the socket, the local copy, who is here, and the truth
 * about what is saved. Text and carets go through Tiptap's collaboration extensions on `doc` and
 * `caretProvider`; this class knows nothing of the editor but the composition hold.
 */
import { Awareness } from "y-protocols/awareness";
import type { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import { canWrite, onlySuggests, type Role } from "@/core/access";
import { createSharedDocument } from "@/core/document/shared-document";
import { type CloseErrorCode, closeErrorOf } from "@/core/errors";
import { AfterPaint } from "./after-paint";
import { CaretAwareness, takePresence } from "./awareness-link";
import { CompositionHold } from "./composition-hold";
import type { ConnectionOptions, ConnectionState } from "./connection-state";
import { openCopyInUse } from "./copy-in-use";
import { watchIdle } from "./idle-watch";
import { Listeners } from "./listeners";
import { replaceCopy } from "./local-copies";
import type { LocalCopy } from "./local-copy";
import { watchNetwork } from "./network-watch";
import { guardPage } from "./page-guard";
import { ReaderCheck } from "./reader-check";
import { saveStateOf } from "./save-state";
import { SaveTruth } from "./save-truth";
import { ServerAbsence } from "./server-absence";
import { SetAsideCopies } from "./set-aside-copies";
import { claimData, createSpeechProvider } from "./speech-provider";
import { undoneBy } from "./suggested-steps";
import { SuggestingClaim } from "./suggesting-claim";
import { askForEverything, installMessages, pageGate } from "./sync-messages";

export class SpeechConnection {
  readonly doc = createSharedDocument();
  readonly awareness = new Awareness(this.doc);
  readonly hold = new CompositionHold();
  /** For CollaborationCaret's `provider` option. */
  readonly caretProvider = { awareness: new CaretAwareness(this.awareness, this.hold) };
  readonly suggesting = new SuggestingClaim();
  readonly setAside = new SetAsideCopies(() => this.#refresh());

  readonly painted = new AfterPaint(document);
  readonly #truth = new SaveTruth(this.doc);
  readonly #provider: WebsocketProvider;
  readonly #absence: ServerAbsence;
  /** Someone who may not edit (any more) but has edits that the server lacks is told so, not ignored. */
  readonly #readerCheck = new ReaderCheck(
    this.#truth,
    () => askForEverything(this.#provider),
    () => this.#savedChanged(),
  );
  readonly #listeners = new Listeners();
  readonly #threadListeners = new Listeners();
  readonly #stops: (() => void)[] = [];
  #copy: LocalCopy | null = null;
  #state: ConnectionState;
  #role: Role;
  /** The server ended the attempts for good. */
  #refusal: CloseErrorCode | null = null;
  #ready = false;
  #everSynced = false;
  #storageAvailable = true;
  #relayAvailable = true;
  #closed = false;
  /** The text is safe in a copy that was set aside: nothing to ask before leaving. */
  #movedAside = false;

  /** Opens at once: loads the local copy, then connects. Browser only. */
  constructor(private readonly options: ConnectionOptions) {
    this.#role = options.role;
    // Before the provider's own listener, which sends: an edit must have its number when it leaves.
    this.doc.on("update", this.#countEdit);
    this.#provider = createSpeechProvider({
      ...options,
      doc: this.doc,
      awareness: this.awareness,
      painted: this.painted,
      observer: {
        opened: () => {
          this.#truth.socketOpened();
          this.suggesting.socketOpened();
          this.#readerCheck.socketOpened();
        },
        payloadSent: (kind) => this.#truth.payloadSent(kind),
        before: (kind) => this.suggesting.messageFor(kind, onlySuggests(this.#role)),
      },
    });
    this.#absence = new ServerAbsence(this.#provider, this.#refresh);
    this.#stops.push(
      this.#absence.stop,
      this.#listenToServer(),
      guardPage({ asks: this.asksBeforeLeaving, keep: () => void this.#copy?.flush() }),
      this.hold.onChange(this.#refresh),
      this.hold.onBegin(() => this.#copy?.pauseTrimming()),
      watchNetwork(this.#tryNetwork),
      watchIdle(document, (idle) => this.awareness.setLocalStateField("idle", idle)),
    );
    this.#state = this.#deriveState();
    void this.#open();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Whether leaving now would drop or strand text. */
  readonly asksBeforeLeaving = () => !this.#movedAside && (this.#truth.unsaved || this.hold.holdsText);

  /** Calls back whenever `state` is a new value; returns the way to stop. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Calls back when the speech's threads may have changed: told so, or connected again. */
  onThreadsChanged(listener: () => void): () => void {
    return this.#threadListeners.add(listener);
  }

  /** Tries again after a refusal that somebody has mended (access given back). */
  retry(): void {
    this.#refusal = null;
    this.#provider.disconnect(); // a reader's socket is open still
    this.#provider.connect();
    this.#refresh();
  }

  /**
   * Sets the local copy aside, text and all, so that the next opening starts from the server's
   * document. Afterwards the page opens the speech anew; the copy is in its `setAside`.
   */
  async setCopyAside(): Promise<void> {
    if (this.#copy === null) return;
    this.hold.release();
    await replaceCopy(this.#copy);
    this.#movedAside = true;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.hold.release();
    this.painted.stop();
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#provider.destroy();
    this.doc.off("update", this.#countEdit);
    this.awareness.destroy();
    await this.#copy?.close();
    this.doc.destroy();
  }

  async #open(): Promise<void> {
    const { copy, saved, others } = await openCopyInUse(this.options, this.doc, this.#refresh, this.painted);
    if (this.#closed) return void copy.close();
    this.#truth.loaded(saved);
    this.#copy = copy;
    if (copy.dataGeneration !== null) claimData(this.#provider, copy.dataGeneration);
    this.#ready = this.doc.store.clients.size > 0;
    this.#provider.connect();
    this.#refresh();
    await this.setAside.look(others);
  }

  #countEdit = (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === this.#provider) this.#truth.received(transaction);
    // While the copy loads, nothing is an edit; afterwards what it brings is another tab's.
    else if (this.#copy !== null) {
      this.#truth.edited();
      this.suggesting.edited(undoneBy(origin));
    }
    this.#savedChanged();
  };

  /** There is more on the server, or more that it lacks. */
  #savedChanged(): void {
    this.#copy?.recordSaved(() => this.#truth.snapshot());
    this.#refresh();
  }

  #listenToServer(): () => void {
    const provider = this.#provider;
    provider.on("status", ({ status }) => {
      // A higher clock than before the break, or others would take it for the state they removed.
      if (status === "connected") this.awareness.setLocalState(this.awareness.getLocalState());
      // A server that doesn't hear the others says so after this.
      if (status !== "connected") this.#relayAvailable = true;
      this.#refresh();
    });
    provider.on("connection-close", (event) => {
      void this.#copy?.flush(); // from now on only the record can tell what the server has
      if (closeErrorOf(event?.code ?? 0) === "storage-unavailable") this.#storageAvailable = false;
      this.#refresh();
    });
    provider.on("closed", ({ code }) => {
      const refusal = closeErrorOf(code) ?? "internal";
      if (refusal === "forbidden" && this.#readerCheck.comesBack()) return provider.connect();
      this.#refusal = refusal;
      provider.disconnect();
      this.#refresh();
      // Where somebody works they say when: what else they have begun there would be lost.
      const opensAnew = this.options.reloadsFreely || !this.#everSynced;
      // Without a place for another copy the refusal stays, with the text.
      if (refusal === "data-restored" && opensAnew)
        void this.setCopyAside().then(window.location.reload.bind(window.location), () => undefined);
    });
    provider.on("sync", (synced) => {
      this.#ready ||= synced;
      if (synced) this.#hearWhatHappened();
      this.#refresh();
    });
    return installMessages(provider, pageGate(this.hold, this.painted), {
      saved: (saved) => {
        this.#truth.acknowledged(saved);
        if (!this.#truth.unsaved) this.suggesting.allSaved();
        this.#storageAvailable = true;
        this.#savedChanged();
      },
      storage: (available) => {
        this.#storageAvailable = available;
        this.#refresh();
      },
      relay: (available) => {
        this.#relayAvailable = available;
        this.#refresh();
      },
      role: (role) => {
        this.#role = role;
        this.#readerCheck.roleGiven(role);
        this.#refresh();
      },
      dataGeneration: (generation) => {
        claimData(provider, generation);
        if (this.#copy?.dataGeneration === null) void this.#copy.belongTo(generation, this.#truth.snapshot());
      },
      speechChanged: () => this.options.onSpeechChanged?.(),
      threadsChanged: this.#threadListeners.tell,
      lateDecisions: (late) => this.options.onLateDecisions?.(late),
      step2Received: (update) => this.#readerCheck.replied(update),
      updatesTaken: (count) => this.suggesting.took(count),
      presence: (update) => takePresence(provider, update),
    });
  }

  /** Nobody told this page of threads while it was away, nor of title, stage and settings. */
  #hearWhatHappened(): void {
    this.#threadListeners.tell();
    if (this.#everSynced) this.options.onSpeechChanged?.();
    else void this.setAside.compare(this.doc, this.#copy?.dataGeneration ?? null);
    this.#everSynced = true;
    void this.#keepAgain();
  }

  /** Signing out deletes the copy, and may not come about after all. */
  async #keepAgain(): Promise<void> {
    const copy = await this.#copy?.openAgain(() => this.#truth.snapshot());
    if (!copy || this.#closed) return copy?.close();
    this.#copy = copy;
    this.#refresh();
  }

  /** A lost network leaves a socket open that only looks alive for half a minute; a new one tells at once. */
  #tryNetwork = (): void => {
    if (this.#copy === null || this.#refusal !== null) return;
    this.#provider.disconnect();
    this.#provider.connect();
  };

  #deriveState(): ConnectionState {
    const mayWrite = canWrite(this.#role);
    const refusal = this.#refusal ?? (this.#readerCheck.stranded ? "forbidden" : null);
    const save = saveStateOf({
      refusal,
      connected: this.#provider.wsconnected,
      everFailed: this.#absence.everFailed,
      restarting: this.#absence.restarting,
      storageAvailable: this.#storageAvailable,
      settled: mayWrite ? this.#truth.settled : this.#provider.synced,
      holding: this.hold.holdsText,
      unsynced: this.#truth.unsynced,
      savedAt: this.#truth.savedAt,
      keptLocally: this.#copy?.keptLocally ?? "no",
    });
    return {
      save,
      role: this.#role,
      ready: this.#ready,
      writable: this.#ready && mayWrite && refusal === null,
      hearsOthers: this.#relayAvailable,
      setAside: this.setAside.keys,
    };
  }

  #refresh = (): void => {
    if (this.#closed) return;
    const next = this.#deriveState();
    if ("keptLocally" in next.save && next.save.unsynced.any) this.#copy?.confirm();
    if (JSON.stringify(next) === JSON.stringify(this.#state)) return;
    this.#state = next;
    this.#listeners.tell();
  };
}
