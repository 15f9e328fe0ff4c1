/** What an entry of the record says, in the person's language. */
import type { PaperStyleId } from "./house-style";
import type { Messages } from "./messages/messages";
import { stageName } from "./office-stages";
import { PAPER_PRESETS } from "./paper/preset";
import type { DetailChanges, RecordEntry, RecordedVersion, RecordFacts } from "./record";
import { FINAL_BLOCKERS } from "./sign-off";
import { signedText } from "./signed-text";
import type { NumberingStyle } from "./speech";
import { versionName } from "./version-name";

export interface EntryText {
  readonly what: string;
  /** Lines. */
  readonly note: string;
  /** Of the texts that it is about; none when it is about no text. */
  readonly hashes: readonly EntryHash[];
}

export interface EntryHash {
  readonly hash: string;
  /** Says whose it is, of as much of the hash as is shown. */
  readonly named: (hash: string) => string;
}

/** Format, layout and content of a file that somebody made. */
export function exportName(facts: RecordFacts["export"], words: Messages["exports"]): string[] {
  const watermark = "watermark" in facts && facts.watermark === true ? [words.watermark] : [];
  if ("size" in facts) {
    return [words.formats[facts.format], words.contents.reading, words.points(facts.size), ...watermark];
  }
  if (!("style" in facts)) return [words.formats[facts.format]];
  const comments = facts.content !== "comparison" && facts.comments ? [words.withComments] : [];
  const black = facts.content === "comparison" && facts.blackAndWhite === true ? [words.blackAndWhite] : [];
  const style = styleName(facts, words);
  return [
    words.formats[facts.format],
    style,
    words.contents[facts.content],
    ...comments,
    ...black,
    ...watermark,
  ];
}

/** The office's own layouts are named as they were then. */
function styleName(
  { style, styleName: own }: { readonly style: PaperStyleId; readonly styleName?: string },
  { presets, ownStyle }: Messages["exports"],
): string {
  const preset = PAPER_PRESETS.find((known) => known === style);
  return preset === undefined ? (own ?? ownStyle) : presets[preset];
}

/** `moment` words a time, given in epoch milliseconds. */
export function entryText(
  entry: RecordEntry,
  messages: Messages,
  moment: (time: number) => string,
): EntryText {
  const { general, record: words, speech, exports, signOffs } = messages;
  const ofText = (hash: string): EntryHash[] => [{ hash, named: words.textHash }];
  switch (entry.kind) {
    case "create":
      return { what: words.create(entry.facts.title), note: "", hashes: [] };
    case "details":
      return { what: words.details, note: detailsNote(entry.facts, messages), hashes: [] };
    case "archive":
      return { what: entry.facts.archived ? words.archived : words.unarchived, note: "", hashes: [] };
    case "version": {
      const { name, contentHash } = entry.facts;
      return { what: words.version(name), note: "", hashes: ofText(contentHash) };
    }
    case "stage": {
      const { from, to, draft, contentHash, names = {} } = entry.facts;
      const [one, other] = [names[from] ?? stageName(speech, from), names[to] ?? stageName(speech, to)];
      const what = from === to ? words.sameStage(one, draft) : words.stage(one, other, draft);
      return { what, note: stageNote(entry.facts, messages), hashes: ofText(contentHash) };
    }
    case "sign-off-request": {
      const { people, inOrder, dueOn, note, contentHash } = entry.facts;
      const names = people.map(({ name }) => name).join(general.between);
      const order = inOrder ? signOffs.inOrder : signOffs.atOnce;
      const notes = [dueOn === null ? "" : words.dueOn(dueOn), note === "" ? "" : words.note(note)];
      return { what: words.signOffRequest(names, order), note: lines(notes), hashes: ofText(contentHash) };
    }
    case "sign-off-withdrawal":
      return { what: words.signOffWithdrawal, note: "", hashes: [] };
    case "sign-off": {
      const { answer, opinion, contentHash, textHash } = entry.facts;
      const note = lines([signedNote(entry.facts, messages), opinion === "" ? "" : words.opinion(opinion)]);
      const hashes = [
        { hash: contentHash, named: words.versionHash },
        { hash: textHash, named: words.signedHash },
      ];
      return { what: words.signOff(signOffs.answers[answer]), note, hashes };
    }
    case "restore": {
      const { whole, contentHash } = entry.facts;
      const what = whole ? words.restoreWhole : words.restorePart;
      return { what, note: restoredNote(entry.facts, messages, moment), hashes: ofText(contentHash) };
    }
    case "member": {
      const { name, role } = entry.facts;
      const what = role === null ? words.memberOff(name) : words.memberRole(name, speech.roles[role]);
      return { what, note: "", hashes: [] };
    }
    case "suggest-only":
      return {
        what: entry.facts.on ? words.suggestOnly : words.suggestOnlyOff,
        note: "",
        hashes: [],
      };
    case "import": {
      const { fileName, version, threads, contentHash } = entry.facts;
      const what = version === null ? words.importedSpeech(fileName) : words.importedVersion(fileName);
      return { what, note: threads === 0 ? "" : words.importedThreads(threads), hashes: ofText(contentHash) };
    }
    case "export": {
      const { facts } = entry;
      return {
        what: words.exported(exportName(facts, exports).join(general.between)),
        note: comparedNote(facts, messages, moment),
        hashes: ofText(facts.contentHash),
      };
    }
  }
}

function stageNote(
  { note, tasks = [], overrides = {} }: RecordFacts["stage"],
  { record, signOffs, stages }: Messages,
): string {
  const overridden = FINAL_BLOCKERS.flatMap((blocker) => {
    const past = overrides[blocker];
    return past === undefined ? [] : [record.overridden(signOffs.blockers[blocker](past.count), past.reason)];
  });
  const expected = tasks.map(({ person, what, dueOn }) => stages.task(person.name, what, dueOn));
  return lines([note === "" ? "" : record.note(note), ...expected, ...overridden]);
}

/** Which draft it was, as it was called then. The hashes stand beside it. */
function signedNote({ sent }: RecordFacts["sign-off"], messages: Messages): string {
  if (sent === undefined) return "";
  const { draft, isChanged } = sent;
  return signedText({ stage: draft.stage, isChanged }, wordsThen(draft, messages));
}

/** Which version it was, as it was called then. */
function restoredNote(
  { version, restored }: RecordFacts["restore"],
  messages: Messages,
  moment: (time: number) => string,
): string {
  const { record: words } = messages;
  if (restored === undefined) return words.restoredId(version);
  return words.restored(calledThen(restored, messages, moment));
}

/** Which two texts a 花脸稿 compares; nothing in entries from before that was kept. */
function comparedNote(
  { compared }: RecordFacts["export"],
  messages: Messages,
  moment: (time: number) => string,
): string {
  if (compared === undefined) return "";
  const { record: words } = messages;
  const called = (version: RecordedVersion | null) =>
    version === null ? words.textThen : calledThen(version, messages, moment);
  return words.compared(called(compared.from), called(compared.to));
}

function calledThen(version: RecordedVersion, messages: Messages, moment: (time: number) => string): string {
  const name = versionName(version, wordsThen(version, messages));
  return messages.record.versionOf(name, moment(version.createdAt));
}

/** With what the office called its stage then. */
function wordsThen({ stage, stageName: own }: RecordedVersion, messages: Messages): Messages {
  const stages = stage === null || own === undefined ? {} : { [stage.name]: own };
  return { ...messages, speech: { ...messages.speech, stages: { ...messages.speech.stages, ...stages } } };
}

/** Each change on a line of its own. */
function detailsNote({ changes }: RecordFacts["details"], { record, speech }: Messages): string {
  const shown = (field: keyof DetailChanges, value: unknown) =>
    field === "numberingStyle" ? speech.numberingStyles[value as NumberingStyle] : String(value ?? "");
  return lines(
    (Object.keys(changes) as (keyof DetailChanges)[]).map((field) => {
      const { from, to } = changes[field] ?? {};
      return record.change(speech[field], shown(field, from), shown(field, to));
    }),
  );
}

const lines = (notes: readonly string[]) => notes.filter((note) => note !== "").join("\n");
