/** Random speeches as whole files: text with suggestions of several people, threads on its words, settings. */
import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { newCommentId, newThreadId, type PersonId } from "@/core/ids";
import { newId } from "@/core/new-id";
import { REACTIONS, type Thread, type ThreadPerson } from "@/core/review/thread";
import { trackChange } from "@/core/review/track";
import { type SpeechFile, speechFileOf } from "@/core/speech-file";
import type { Random } from "./random";
import { randomEdit, randomSpeech } from "./random-speech";

export function randomSpeechFile(random: Random): SpeechFile {
  const people = ["赵一", "钱二", "孙三"].map((name) => ({ id: newId() as PersonId, name }));
  const threads = Array.from({ length: random.below(4) }, () => randomThread(random, people));
  let text = randomSpeech(random);
  for (const { id } of people.slice(0, random.below(3))) text = suggested(text, id, random);
  for (const thread of threads) text = commented(text, thread, random);
  return speechFileOf({
    exportedAt: 5000,
    speech: {
      title: "讲话",
      speaker: random.pick(["", "张三"]),
      occasion: random.pick(["", "全市会议"]),
      dueOn: random.pick([null, "2026-12-01"]),
      stage: "draft",
      numberingStyle: random.pick(["nested", "flat"]),
      charactersPerMinute: 180,
    },
    document: text.toJSON() as DocumentNode,
    threads,
    names: new Map(people.map(({ id, name }) => [id, name])),
  });
}

/** Some edits of one person's, each a suggestion. */
function suggested(text: Node, person: string, random: Random): Node {
  let doc = text;
  for (let edit = 0; edit < 4; edit += 1) {
    const direct = randomEdit(doc, random);
    if (direct === null) continue;
    const { tr } = EditorState.create({ doc });
    const author = { id: newId(), person, at: 1000 + random.below(1000) };
    trackChange(tr, { after: direct.doc, author, caret: direct.selection.head, forward: false });
    doc = tr.doc;
  }
  return doc;
}

/** Every letter of one block carries the mark. */
function commented(doc: Node, thread: Thread, random: Random): Node {
  const at = random.below(doc.childCount);
  let start = 0;
  for (let index = 0; index < at; index += 1) start += doc.child(index).nodeSize;
  const mark = documentSchema().mark("comment", { thread: thread.id });
  return EditorState.create({ doc }).tr.addMark(start, start + doc.child(at).nodeSize, mark).doc;
}

function randomThread(random: Random, people: readonly ThreadPerson[]): Thread {
  const comments = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
    id: newCommentId(),
    author: random.pick(people),
    body: `意见${random.below(100)}`,
    deleted: false,
    createdAt: 1000 + index,
    editedAt: random.chance(0.3) ? 3000 : null,
    mentions: random.chance(0.3) ? [random.pick(people).id] : [],
    reactions: random.chance(0.3)
      ? [{ reaction: random.pick(REACTIONS), people: [random.pick(people)] }]
      : [],
  }));
  return {
    id: newThreadId(),
    quote: random.chance(0.8) ? "原文" : null,
    createdAt: 1000,
    resolved: random.chance(0.3) ? { by: random.pick(people), at: 4000 } : null,
    comments,
    directive: null,
    suggestion: null,
  };
}
