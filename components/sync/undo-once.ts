/**
 * Undoing brings back no words that a colleague took along or out. To part, join or retype a line the binding takes
 * words out and writes them anew elsewhere; undoing that brings the first ones back and takes the second ones out. If
 * a colleague has since joined, moved or deleted the second ones, nothing is left to take out, and their words
 * would stand twice, or be there again. What became of the words written anew counts for those they were made of.
 */
import * as Y from "yjs";
import { lessLetters } from "./less-letters";
import { type WrittenAnew, writtenAnew } from "./written-anew";

const WRITTEN_ANEW = Symbol("written anew");

type Step = Y.UndoManager["undoStack"][number];

/** Makes `manager` undo, and do again, that way. */
export function undoOnce(manager: Y.UndoManager): void {
  let step: Step | null = null;
  const note = ({ stackItem }: { readonly stackItem: Step }) => {
    step = stackItem;
  };
  manager.on("stack-item-added", note);
  manager.on("stack-item-updated", note);
  // Behind the manager's own listener, which has put the change into a step by now, or hasn't.
  manager.doc.on("afterTransaction", (transaction: Y.Transaction) => {
    const runs = step === null ? [] : writtenAnew(transaction);
    if (runs.length > 0) step?.meta.set(WRITTEN_ANEW, [...writtenAnewIn(step as Step), ...runs]);
    step = null;
  });
  const undo = manager.undo.bind(manager);
  const redo = manager.redo.bind(manager);
  manager.undo = () => lookingAtEach(manager.doc, manager.undoStack, undo);
  manager.redo = () => lookingAtEach(manager.doc, manager.redoStack, redo);
}

const writtenAnewIn = ({ meta }: Step): readonly WrittenAnew[] => meta.get(WRITTEN_ANEW) ?? [];

/**
 * Yjs goes on to the next step by itself where one has no effect any more; each is looked at when it is taken
 * from its stack, since only then is everything undone that was made on it.
 */
function lookingAtEach(doc: Y.Doc, stack: Step[], run: () => Step | null): Step | null {
  const steps: { pop?: typeof stack.pop } = stack;
  steps.pop = () => {
    const step = Array.prototype.pop.call(stack);
    if (step !== undefined) forgetTakenAlong(doc, step);
    return step;
  };
  try {
    return run();
  } finally {
    delete steps.pop;
  }
}

/** Takes out of `step` what it would bring back though a colleague has done away with what was made of it. */
function forgetTakenAlong(doc: Y.Doc, step: Step): void {
  const runs = writtenAnewIn(step);
  const isTakenAlong = (id: Y.ID): boolean => {
    const next = writtenFor(runs, id);
    // Taken out by this very step: that is undone with it.
    if (Y.isDeleted(step.deletions, id)) return next !== null && isTakenAlong(next);
    return isGone(doc, id);
  };
  const forgotten = runs.flatMap(({ removed, length }) =>
    Array.from({ length }, (_, index) => later(removed, index)).filter(isTakenAlong),
  );
  if (forgotten.length > 0) step.deletions = lessLetters(doc, step.deletions, forgotten);
}

const later = ({ client, clock }: Y.ID, letters: number): Y.ID => Y.createID(client, clock + letters);

/** The letter that was written in the place of this one. */
function writtenFor(runs: readonly WrittenAnew[], { client, clock }: Y.ID): Y.ID | null {
  const run = runs.find(
    ({ removed, length }) =>
      removed.client === client && removed.clock <= clock && clock < removed.clock + length,
  );
  return run === undefined ? null : later(run.written, clock - run.removed.clock);
}

/** Whether a letter stands no more, nor anything that undoing brought back in its place. */
function isGone(doc: Y.Doc, id: Y.ID): boolean {
  const struct: Y.AbstractStruct = Y.getItem(doc.store, id);
  if (!(struct instanceof Y.Item)) return true;
  if (!struct.deleted || struct.redone === null) return struct.deleted;
  return isGone(doc, later(struct.redone, id.clock - struct.id.clock));
}
