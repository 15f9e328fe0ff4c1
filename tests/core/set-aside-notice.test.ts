// @vitest-environment happy-dom
import { MantineProvider } from "@mantine/core";
import { act, createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LanguageContext } from "@/components/messages/language-context";
import type { SpeechConnection } from "@/components/sync/connection";
import { SetAsideNotice } from "@/components/sync/set-aside-notice";
import { AppError } from "@/core/errors";
import { newPersonId, newSpeechId } from "@/core/ids";
import { en } from "@/core/messages/en";
import { DEFAULT_STAGES } from "@/core/office-stages";

const failed = new AppError("internal");
const notice = vi.hoisted(() => ({ fail: vi.fn() }));
vi.mock("@/components/shell/use-notice", () => ({ useNotice: () => notice }));
vi.mock("@/components/sync/local-copies", () => ({ readCopyText: () => Promise.reject(failed) }));

const key = { personId: newPersonId(), speechId: newSpeechId(), schemaVersion: 1, generation: 0 };
const state = { setAside: [key] };
// No more of the connection is used.
const connection = {
  state,
  subscribe: () => () => undefined,
  setAside: { discard: () => Promise.reject(failed) },
} as unknown as SpeechConnection;

let root: Root;
let place: HTMLElement;

beforeEach(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("confirm", () => true);
  notice.fail.mockReset();
  place = document.createElement("div");
  root = createRoot(place);
  const shown = createElement(SetAsideNotice, { connection });
  const language = { locale: "en", messages: en, given: en, stages: DEFAULT_STAGES } as const;
  const told = createElement(LanguageContext, { value: language }, shown);
  await act(async () => root.render(createElement(MantineProvider, null, told)));
});
afterEach(async () => {
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});

const { copyEverything, discardCopy } = en.editor.save;

it.each([copyEverything, discardCopy])(
  "SY-91 a copy that is set aside says when it can't be got at: %s",
  async (name) => {
    const button = [...place.querySelectorAll("button")].find(({ textContent }) => textContent === name);
    await act(async () => button?.click());
    expect(notice.fail.mock.calls).toEqual([[failed]]);
  },
);
