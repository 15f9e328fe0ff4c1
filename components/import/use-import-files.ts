"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { type FileToSend, previewImport } from "@/components/api/imports";
import { AppError, asAppError } from "@/core/errors";
import type { PersonId, SpeechId } from "@/core/ids";
import { candidatesOf } from "@/core/import-candidates";
import type { TextEncoding } from "@/core/import-format";
import type { ImportPreview } from "@/core/import-requests";
import { newId } from "@/core/new-id";

/** What whoever imports decided about a file. */
export interface ImportChoice {
  readonly title: string;
  /** In the order of the preview's authors. */
  readonly people: readonly (PersonId | null)[];
}

/** How far a file is on its way to a speech or a version. */
export type FileState =
  | { readonly kind: "waiting" }
  /** `sent` goes up to 1; then the server reads. */
  | { readonly kind: "reading"; readonly sent: number }
  | { readonly kind: "ready"; readonly preview: ImportPreview; readonly choice: ImportChoice }
  | { readonly kind: "importing"; readonly preview: ImportPreview; readonly choice: ImportChoice }
  | { readonly kind: "done"; readonly href: string | null }
  | { readonly kind: "failed"; readonly error: AppError }
  | { readonly kind: "cancelled" };

/** One of the files in a dialog. */
export interface ImportFile {
  readonly id: string;
  readonly file: File;
  readonly encoding: TextEncoding | null;
  readonly state: FileState;
  /** What was last decided about it: also for when it is tried again, since other wishes would make another one. */
  readonly chosen: ImportChoice | null;
}

/**
 * What one file becomes; resolves with the address of what was made, null for what has none. `key` is the file's,
 * however often it is tried.
 */
export type ImportOne = (
  sent: FileToSend & { readonly key: string },
  choice: ImportChoice,
  preview: ImportPreview,
) => Promise<string | null>;

/** As many as the server reads at once. */
const AT_ONCE = 2;

type Change =
  | { readonly kind: "add"; readonly files: readonly File[] }
  | { readonly kind: "remove"; readonly id: string }
  | { readonly kind: "encode"; readonly id: string; readonly encoding: TextEncoding }
  | { readonly kind: "state"; readonly id: string; readonly state: FileState };

function reduce(files: readonly ImportFile[], change: Change): readonly ImportFile[] {
  const waiting: FileState = { kind: "waiting" };
  switch (change.kind) {
    case "add":
      return [
        ...files,
        ...change.files.map((file) => ({ id: newId(), file, encoding: null, state: waiting, chosen: null })),
      ];
    case "remove":
      return files.filter(({ id }) => id !== change.id);
    case "encode":
      return files.map((each) =>
        each.id === change.id ? { ...each, encoding: change.encoding, state: waiting, chosen: null } : each,
      );
    case "state":
      return files.map((each) => (each.id === change.id ? inState(each, change.state) : each));
  }
}

function inState(each: ImportFile, state: FileState): ImportFile {
  return { ...each, state, chosen: "choice" in state ? state.choice : each.chosen };
}

/** What was decided before, as far as the file, read once more, still offers it. */
function choiceFor(
  { title, authors, colleagues }: Pick<ImportPreview, "title" | "authors" | "colleagues">,
  chosen: ImportChoice | null,
): ImportChoice {
  const isOffered = (id: PersonId | null, { name }: (typeof authors)[number]) =>
    id === null || candidatesOf(name, colleagues).some((candidate) => candidate.id === id);
  return {
    title: chosen?.title ?? title,
    people: authors.map((author, index) => {
      const id = chosen?.people[index];
      return id !== undefined && isOffered(id, author) ? id : author.match;
    }),
  };
}

/** The files of a dialog: each is sent, read, looked at and imported by itself, and can be stopped. */
export function useImportFiles(first: readonly File[], speech: SpeechId | null, importOne: ImportOne) {
  const [files, change] = useReducer(reduce, first, (given) => reduce([], { kind: "add", files: given }));
  const stops = useRef(new Map<string, AbortController>());
  // As they are now, for what goes on while they change.
  const latest = useRef(files);
  const closed = useRef(false);
  useEffect(() => {
    latest.current = files;
  }, [files]);

  const set = useCallback((id: string, state: FileState) => change({ kind: "state", id, state }), []);

  const run = useCallback(
    async (each: ImportFile, work: (signal: AbortSignal) => Promise<FileState>) => {
      const stop = new AbortController();
      stops.current.set(each.id, stop);
      try {
        const state = await work(stop.signal);
        if (!stop.signal.aborted) set(each.id, state);
      } catch (error) {
        const failed = asAppError(error);
        if (!stop.signal.aborted) set(each.id, { kind: "failed", error: failed });
      } finally {
        stops.current.delete(each.id);
      }
    },
    [set],
  );

  // Reads the next ones that wait.
  useEffect(() => {
    const busy = files.filter(({ state }) => state.kind === "reading" || state.kind === "importing").length;
    const next = files.filter(({ state }) => state.kind === "waiting").slice(0, Math.max(0, AT_ONCE - busy));
    for (const each of next) {
      set(each.id, { kind: "reading", sent: 0 });
      void run(each, async (signal) => {
        const { file, encoding, chosen } = each;
        const onSent = (sent: number) => {
          if (!signal.aborted) set(each.id, { kind: "reading", sent });
        };
        const preview = await previewImport({ file, encoding, signal, onSent }, speech);
        return { kind: "ready", preview, choice: choiceFor(preview, chosen) };
      });
    }
  }, [files, run, set, speech]);

  // A dialog that is closed leaves nothing running.
  useEffect(() => {
    const running = stops.current;
    closed.current = false;
    return () => {
      closed.current = true;
      for (const stop of running.values()) stop.abort(new AppError("unreachable", "closed"));
    };
  }, []);

  return {
    files,
    add: (more: readonly File[]) => change({ kind: "add", files: more }),
    remove: (id: string) => {
      stops.current.get(id)?.abort(new AppError("unreachable", "removed"));
      change({ kind: "remove", id });
    },
    cancel: (id: string) => {
      stops.current.get(id)?.abort(new AppError("unreachable", "cancelled"));
      set(id, { kind: "cancelled" });
    },
    retry: (id: string) => set(id, { kind: "waiting" }),
    encode: (id: string, encoding: TextEncoding) => change({ kind: "encode", id, encoding }),
    choose: (id: string, preview: ImportPreview, choice: ImportChoice) =>
      set(id, { kind: "ready", preview, choice }),
    /**
     * Those that are ready, one after the other, each as it is when its turn comes and with its own outcome, until the
     * dialog is closed; resolves with the addresses of those that worked.
     */
    importAll: async (): Promise<readonly (string | null)[]> => {
      const made: (string | null)[] = [];
      for (const { id } of files.filter(({ state }) => state.kind === "ready")) {
        if (closed.current) break;
        const each = latest.current.find((file) => file.id === id);
        if (each?.state.kind !== "ready") continue;
        const { preview, choice } = each.state;
        set(each.id, { kind: "importing", preview, choice });
        await run(each, async (signal) => {
          const href = await importOne(
            { file: each.file, encoding: each.encoding, signal, key: each.id },
            choice,
            preview,
          );
          made.push(href);
          return { kind: "done", href };
        });
      }
      return made;
    },
  };
}
