/** Everything the editor is made of: the schema of core/document and the behaviour around it. */
import type { AnyExtension, Extensions } from "@tiptap/core";
import { Dropcursor } from "@tiptap/extensions/drop-cursor";
import { Gapcursor } from "@tiptap/extensions/gap-cursor";
import { documentExtensions } from "@/core/document/extensions";
import type { NumberingStyle } from "@/core/speech";
import { ListCommands } from "./blocks/list-commands";
import { NestingLimit } from "./blocks/nesting-limit";
import { SpeechList } from "./blocks/speech-list";
import { SpeechTable } from "./blocks/speech-table";
import { Clipboard, type ClipboardOptions } from "./clipboard/clipboard-extension";
import { HeadingNumbers } from "./decorations/heading-numbers";
import { RunInLead } from "./decorations/run-in-lead";
import { Find } from "./find/find";
import { EndOfText } from "./input/end-of-text";
import { EnterInBody } from "./input/enter-in-body";
import { EnterOverLines } from "./input/enter-over-lines";
import { EnterPastStruck } from "./input/enter-past-struck";
import { HeadingInput } from "./input/headings";
import { KnownSelection } from "./input/known-selection";
import { ToggledLooks } from "./input/toggled-looks";
import { TypedNumbers } from "./input/typed-numbers";
import { TypedSalutation } from "./input/typed-salutation";
import { UndoSteps } from "./input/undo-steps";
import { SlashMenuExtension, type SlashOptions } from "./slash/slash-extension";

export interface EditorParts {
  readonly numberingStyle: NumberingStyle;
  readonly slash: SlashOptions;
  readonly clipboard: ClipboardOptions;
  /** Shared text, carets, composition hold: what binds the editor to others. */
  readonly shared: Extensions;
}

/** In place of the schema's own. */
const BEHAVING: ReadonlyMap<string, AnyExtension> = new Map([
  [SpeechTable.name, SpeechTable],
  [SpeechList.name, SpeechList],
]);

export function speechExtensions({ numberingStyle, slash, clipboard, shared }: EditorParts): Extensions {
  return [
    ...documentExtensions.map((extension) => BEHAVING.get(extension.name) ?? extension),
    ListCommands,
    NestingLimit,
    HeadingNumbers.configure({ style: numberingStyle }),
    RunInLead,
    UndoSteps,
    HeadingInput,
    TypedNumbers,
    TypedSalutation,
    EnterInBody,
    // Behind what asks where the caret is: of two with one key the later is asked first.
    EnterPastStruck,
    EnterOverLines,
    KnownSelection,
    ToggledLooks,
    EndOfText,
    Clipboard.configure(clipboard),
    Find,
    Gapcursor,
    Dropcursor.configure({ class: "speech-drop-cursor", color: false, width: 2 }),
    SlashMenuExtension.configure(slash),
    ...shared,
  ];
}
