/**
 * A thread stands in one place: one whose words were gone, and that was put to others meanwhile, stays with those when
 * undo brings its own words back. Words that came back while their thread stood nowhere have it again.
 */
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { Transaction, UndoManager } from "yjs";
import type { ThreadId } from "@/core/ids";
import { SETTLES } from "../suggest/settle-command";
import { type FindLetters, keptLetters, lostThreads, type MarkedSpan, threadSpans } from "./thread-spans";

type Step = UndoManager["undoStack"][number];
interface StepEvent {
  readonly stackItem: Step;
}

interface KeptSpan {
  readonly text: string;
  readonly find: FindLetters;
}

interface Undone {
  readonly before: readonly KeptSpan[];
  readonly after: readonly MarkedSpan[];
  /** The thread was without words, and put to others, since the step was made. */
  readonly isPutSince: boolean;
}

/** Fewer letters are the same by chance. */
const FEWEST_UNITS = 4;

/** When a step began, in changes of the text that this page has shown. */
const BEGAN = Symbol("began");

/** Beside Collaboration. */
export const OncePlaced = Extension.create({
  name: "oncePlaced",
  // After Collaboration (1000): its plugins must be there when this one's view is made.
  priority: 900,
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey("oncePlaced"),
      view: (view) => new LostThreads(view, yUndoPluginKey.getState(view.state).undoManager),
    }),
  ],
});

class LostThreads {
  private changes = 0;
  /** When each was last seen to be nowhere in the text. */
  private readonly lostAt = new Map<ThreadId, number>();
  /** Where threads stood just before something is undone. */
  private before = new Map<ThreadId, readonly KeptSpan[]>();

  constructor(
    private readonly view: EditorView,
    private readonly manager: UndoManager,
  ) {
    manager.doc.on("beforeTransaction", this.note);
    manager.on("stack-item-added", this.began);
    manager.on("stack-item-popped", this.undone);
  }

  update({ state }: EditorView, { doc }: { readonly doc: Node }): void {
    if (state.doc === doc) return;
    this.changes += 1;
    for (const thread of lostThreads(doc, state.doc)) this.lostAt.set(thread, this.changes);
  }

  destroy(): void {
    this.manager.doc.off("beforeTransaction", this.note);
    this.manager.off("stack-item-added", this.began);
    this.manager.off("stack-item-popped", this.undone);
  }

  private readonly began = ({ stackItem }: StepEvent) => {
    stackItem.meta.set(BEGAN, this.changes);
  };

  private readonly note = ({ origin }: Transaction) => {
    if (origin !== this.manager) return;
    const { state } = this.view;
    const spans = [...threadSpans(state.doc)];
    this.before = new Map(
      spans.map(([thread, each]) => [
        thread,
        each.map((span) => ({ text: span.text, find: keptLetters(state, span) })),
      ]),
    );
  };

  private readonly undone = ({ stackItem }: StepEvent) => {
    const began = Number(stackItem.meta.get(BEGAN) ?? this.changes);
    const { tr } = this.view.state;
    for (const [thread, after] of threadSpans(tr.doc)) {
      const isPutSince = (this.lostAt.get(thread) ?? -1) >= began;
      const before = this.before.get(thread) ?? [];
      for (const { from, to, mark } of twice(tr.doc, { before, after, isPutSince })) {
        tr.removeMark(from, to, mark);
      }
    }
    this.before = new Map();
    // It isn't a step of the writer's own, and no suggestion.
    if (tr.docChanged) this.view.dispatch(tr.setMeta("addToHistory", false).setMeta(SETTLES, true));
  };
}

/** What came back of a thread beside where it stood before; nothing if that went with the step. */
function twice(doc: Node, { before, after, isPutSince }: Undone): Omit<MarkedSpan, "text">[] {
  const stays = before.flatMap(({ find }) => find() ?? []);
  const [start, end] = [Math.min(...stays.map(({ from }) => from)), Math.max(...stays.map(({ to }) => to))];
  if (stays.length === 0) return [];
  const pieces = after.flatMap(({ from, to, mark }) => [
    { from, to: Math.min(to, start), mark },
    { from: Math.max(from, end), to, mark },
  ]);
  const words = before.map(({ text }) => text).join("");
  return pieces.filter(
    ({ from, to }) => from < to && (isPutSince || isSame(doc.textBetween(from, to), words)),
  );
}

/** Words that were carried on are written anew, and stand twice when the first carrying is undone. */
function isSame(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return one === other || (shorter.length >= FEWEST_UNITS && longer.includes(shorter));
}
