// @vitest-environment happy-dom
import { TextSelection } from "@tiptap/pm/state";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RestartedComposition } from "@/components/editor/suggest/restarted-composition";
import { openPageEditor } from "./page-editor";
import { linesOf } from "./speech-state";

const editor = openPageEditor();
const { view } = editor;

function begin(): RestartedComposition {
  editor.commands.setContent("<p>甲乙</p><p>丙丁</p>");
  const restart = new RestartedComposition();
  restart.begun(view);
  return restart;
}

const put = (text: string, at: number) => view.dispatch(view.state.tr.insertText(text, at));
const lines = () => linesOf(view.state.doc);

afterEach(() => vi.unstubAllGlobals());

describe("a composition that begins again", () => {
  it("ED-71 loses the letters that it began with, and is where they were", () => {
    const restart = begin();
    put("z", 2);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 6)));
    expect(restart.takeBack(view)).toBe(true);
    expect(lines()).toEqual(["甲乙", "丙丁"]);
    expect(view.state.selection.head).toBe(2);
  });

  it("ED-71 loses them beside letters like them, too", () => {
    const restart = begin();
    put("乙", 2);
    expect(restart.takeBack(view)).toBe(true);
    expect(lines()).toEqual(["甲乙", "丙丁"]);
  });

  it("ED-71 loses nothing once it has ended", () => {
    const restart = begin();
    put("好", 2);
    restart.ended();
    expect(restart.takeBack(view)).toBe(false);
    expect(lines()).toEqual(["甲好乙", "丙丁"]);
  });

  it.each([
    [
      "words came in two places",
      () =>
        [2, 7].forEach((at) => {
          put("一", at);
        }),
    ],
    ["words went too", () => view.dispatch(view.state.tr.insertText("一", 1, 2))],
    ["a line was parted", () => view.dispatch(view.state.tr.split(2))],
    ["nothing came", () => undefined],
  ])("ED-71 loses nothing where %s", (_, change) => {
    const restart = begin();
    change();
    const before = lines();
    expect(restart.takeBack(view)).toBe(false);
    expect(lines()).toEqual(before);
  });

  it("ED-71 loses nothing on Android, where the last one needn't have ended", () => {
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (Linux; Android 15)" });
    const restart = begin();
    put("好", 2);
    expect(restart.takeBack(view)).toBe(false);
    expect(lines()).toEqual(["甲好乙", "丙丁"]);
  });
});
