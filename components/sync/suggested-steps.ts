/**
 * Which steps of undoing are suggestions and nothing else. Taking one back, or doing it again, is suggesting too, which
 * the update alone doesn't tell; see SuggestingClaim.
 */
import { UndoManager } from "yjs";

const SUGGESTS = Symbol("suggests");

type Step = UndoManager["undoStack"][number];

/** Notes it of every step, as `suggests` says while it is made; returns the way to stop. */
export function noteSuggestedSteps(manager: UndoManager, suggests: () => boolean): () => void {
  const note = ({ stackItem }: { readonly stackItem: Step }) => {
    const { currStackItem: undone } = manager;
    const isNow = undone === null ? suggests() : isSuggested(undone);
    // What is typed soon after belongs to the same step.
    stackItem.meta.set(SUGGESTS, isNow && stackItem.meta.get(SUGGESTS) !== false);
  };
  manager.on("stack-item-added", note);
  manager.on("stack-item-updated", note);
  return () => {
    manager.off("stack-item-added", note);
    manager.off("stack-item-updated", note);
  };
}

/** Of a change with this origin, while it is made: whether it undoes suggestions, something else, or nothing (null). */
export function undoneBy(origin: unknown): "suggestions" | "other" | null {
  if (!(origin instanceof UndoManager)) return null;
  return origin.currStackItem !== null && isSuggested(origin.currStackItem) ? "suggestions" : "other";
}

const isSuggested = ({ meta }: Step) => meta.get(SUGGESTS) === true;
