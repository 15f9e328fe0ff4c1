/** One mail about several notices, as text and HTML. */

import type { Locale } from "@/core/messages/locale";
import { messagesFor } from "@/core/messages/messages";
import { noticeText } from "@/core/messages/notice-text";
import { type Notice, noticePath } from "@/core/notice";
import { oneLine } from "@/core/one-line";

export interface DigestInput {
  /** Newest first. */
  readonly notices: readonly Notice[];
  /** So many more came before them, and are only counted. */
  readonly earlier?: number;
  readonly name: string;
  readonly locale: Locale;
  /** The address people type, without a slash at its end. */
  readonly publicUrl: string;
  /** Whether titles and what was said may be in it. */
  readonly speechText: boolean;
}

export interface Digest {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function writeDigest({
  notices,
  earlier = 0,
  name,
  locale,
  publicUrl,
  speechText,
}: DigestInput): Digest {
  const messages = messagesFor(locale);
  const { inbox: words } = messages;
  const lines = [...notices].reverse().map((notice) => {
    // Who was taken off a speech is told so, and its title only where titles may be told.
    const isTakenOff = notice.kind === "access" && notice.facts.role === null;
    const what = isTakenOff && !speechText ? words.removed("……") : noticeText(notice, messages);
    const about = speechText ? subjectOf(notice, words) : "";
    const path = noticePath(notice);
    return {
      // A title or name that broke the line would say something in the office's name.
      text: oneLine(`${words.mail.line(notice.actor.name, what)}${about}`),
      url: `${publicUrl}${path ?? "/inbox"}`,
    };
  });
  const before = earlier === 0 ? [] : [words.mail.earlier(earlier)];
  const plain = lines.flatMap(({ text, url }) => [`- ${text}`, `  ${url}`]);
  const items = lines.map(({ text, url }) => `<li><a href="${escaped(url)}">${escaped(text)}</a></li>`);
  const greeting = oneLine(words.mail.greeting(name));
  return {
    subject: words.mail.subject(notices.length + earlier),
    text: [
      greeting,
      "",
      words.mail.about,
      "",
      ...before,
      ...plain,
      "",
      words.mail.foot,
      `${publicUrl}/inbox`,
    ].join("\n"),
    html: [
      `<p>${escaped(greeting)}</p><p>${escaped(words.mail.about)}</p>`,
      ...before.map((line) => `<p>${escaped(line)}</p>`),
      `<ul>${items.join("")}</ul>`,
      `<p><a href="${escaped(publicUrl)}/inbox">${escaped(words.mail.open)}</a></p>`,
      `<p><small>${escaped(words.mail.foot)}</small></p>`,
    ].join("\n"),
  };
}

function subjectOf({ speech, excerpt }: Notice, { mail }: ReturnType<typeof messagesFor>["inbox"]): string {
  const title = speech === null ? "" : mail.onSpeech(speech.title);
  return `${title}${excerpt === null ? "" : mail.said(excerpt)}`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
