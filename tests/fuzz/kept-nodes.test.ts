/**
 * Two editors on one shared document who write, format, retype and move lines, put them into one another, undo and hear
 * of one another at random. Which nodes an editor keeps mustn't show: what it hears, it shows as the shared document has it.
 */
import { deleteSelection, joinBackward, splitBlock, toggleMark } from "@tiptap/pm/commands";
import type { Node } from "@tiptap/pm/model";
import { ySyncPluginKey, yUndoPluginKey, yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { FRAGMENT } from "@/core/document/fragment";
import { documentSchema } from "@/core/document/schema";
import { openSharedEditor, type SharedEditor } from "../editor/shared-editor";
import { type Random, runSeed, seededRandom } from "../helpers/random";
import { randomCommand } from "../helpers/random-command";
import { randomDocument } from "../helpers/random-document";
import { randomSelection } from "./random-selection";

const ROUNDS = 200;
const STEPS = 60;
const seed = runSeed();
const schema = documentSchema();

afterEach(() => vi.unstubAllGlobals());

it(`SY-167 whoever hears of an edit shows what the shared document has (SEED=${seed})`, () => {
  const failures: unknown[] = [];
  vi.stubGlobal("reportError", (error: unknown) => failures.push(error));
  let keptLines = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = seededRandom(seed + round);
    const sides = [1, 2].map((clientId) => {
      const doc = Object.assign(new Y.Doc(), { clientID: clientId });
      return { doc, editor: openSharedEditor(doc) };
    });
    const [mine, theirs] = sides as [Side, Side]; // two were made
    const { tr } = mine.editor.state;
    const text = schema.nodeFromJSON(randomDocument(random));
    mine.editor.dispatch(tr.replaceWith(0, tr.doc.content.size, text.content));
    for (let step = 0; step < STEPS; step += 1) {
      const [from, to] = random.chance(0.5) ? [mine, theirs] : [theirs, mine];
      if (random.chance(0.3)) keptLines += hear(to, from, `SEED=${seed + round}`);
      actAtRandom(random.pick(sides).editor, random);
    }
  }
  expect(failures).toEqual([]);
  expect(keptLines).toBeGreaterThan(ROUNDS);
});

interface Side {
  readonly doc: Y.Doc;
  readonly editor: SharedEditor;
}

/** The lines that stayed the same objects. */
function hear({ doc, editor }: Side, from: Side, where: string): number {
  const before = new Set<Node>(editor.state.doc.children);
  const update = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(doc));
  const fragment = doc.getXmlFragment(FRAGMENT);
  let isHeard = false;
  const note = () => {
    isHeard = true;
  };
  fragment.observeDeep(note);
  Y.applyUpdate(doc, update);
  fragment.unobserveDeep(note);
  // Until then a line break's own look, which isn't shared, still shows.
  if (!isHeard) return 0;
  const shared = yXmlFragmentToProseMirrorRootNode(fragment, schema);
  // An editor has a line at least.
  const shown = shared.childCount > 0 ? shared : schema.topNodeType.createAndFill();
  expect(editor.state.doc.toJSON(), where).toEqual(shown?.toJSON());
  const { mapping } = ySyncPluginKey.getState(editor.state).binding;
  if (shared.childCount > 0) expect(unknownIn(mapping, fragment, editor.state.doc), where).toEqual([]);
  return editor.state.doc.children.filter((line) => before.has(line)).length;
}

/** What in the shared document the binding doesn't know by the very node that the editor shows of it. */
function unknownIn(mapping: Map<unknown, unknown>, element: Y.XmlFragment, node: Node): string[] {
  const nodes = node.children.filter((child) => !child.isText);
  const elements = element.toArray().filter((inner) => inner instanceof Y.XmlElement);
  return elements.flatMap((inner, index) => {
    const child = nodes[index];
    if (child === undefined || mapping.get(inner) !== child) return [inner.nodeName];
    return unknownIn(mapping, inner, child);
  });
}

function actAtRandom(editor: SharedEditor, random: Random): void {
  const { state } = editor;
  const dispatch = editor.dispatch.bind(editor);
  const { undoManager }: { undoManager: Y.UndoManager } = yUndoPluginKey.getState(state);
  const selected = () => state.apply(state.tr.setSelection(randomSelection(state, random)));
  const actions = [
    () => dispatch(state.tr.insertText("字")),
    () => dispatch(state.tr.setSelection(randomSelection(state, random))),
    () => deleteSelection(selected(), dispatch),
    () => splitBlock(state, dispatch),
    () => joinBackward(state, dispatch),
    () => undoManager.undo(),
    () => undoManager.redo(),
    () => formatAtRandom(selected(), dispatch, random),
    () => moveLine(editor, random),
    () => putElsewhere(editor, random),
    () => retypeLine(editor, random),
  ];
  random.pick(actions)();
}

function formatAtRandom(
  state: SharedEditor["state"],
  dispatch: SharedEditor["dispatch"],
  random: Random,
): void {
  const look = schema.marks[random.pick(["bold", "italic"])];
  if (look !== undefined) toggleMark(look)(state, dispatch);
}

/** Into a list, out of it, deeper. */
function putElsewhere(editor: SharedEditor, random: Random): void {
  const { from, to } = randomSelection(editor.state, random);
  const made = randomCommand(editor.state.doc, from, to, random);
  const { tr } = editor.state;
  for (const step of made?.steps ?? []) tr.step(step);
  editor.dispatch(tr);
}

function retypeLine(editor: SharedEditor, random: Random): void {
  const { doc, tr } = editor.state;
  const index = random.below(doc.childCount);
  const type = schema.nodes[random.pick(["paragraph", "heading", "salutation"])];
  if (doc.child(index).isTextblock) editor.dispatch(tr.setNodeMarkup(startOf(doc, index), type));
}

function moveLine(editor: SharedEditor, random: Random): void {
  const { doc, tr } = editor.state;
  if (doc.childCount < 2) return;
  const index = random.below(doc.childCount);
  const line = doc.child(index);
  tr.delete(startOf(doc, index), startOf(doc, index + 1));
  editor.dispatch(tr.insert(startOf(tr.doc, random.below(tr.doc.childCount + 1)), line));
}

function startOf(doc: Node, index: number): number {
  return doc.children.slice(0, index).reduce((sum, line) => sum + line.nodeSize, 0);
}
