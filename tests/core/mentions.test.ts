import { describe, expect, it } from "vitest";
import { mentionedIn, withMention, withText } from "@/components/editor/comments/mention";
import { newPersonId } from "@/core/ids";
import type { Member } from "@/core/speech";

const member = (name: string, disabled = false): Member => ({
  personId: newPersonId(),
  name,
  department: "",
  title: "",
  role: "editor",
  disabled,
});
const [one, other, gone] = [member("李伟"), member("李伟"), member("李伟", true)];
const longer = member("李伟民");
const members = [one, other, gone, longer];
const EMPTY = { text: "", chosen: [] };
const ids = (...people: readonly Member[]) => people.map(({ personId }) => personId);

describe("people of one name", () => {
  it("CO-60 the one who was chosen is told, wherever the words around go", () => {
    for (const chosen of [one, other]) {
      const written = withMention(withText(EMPTY, "请@李", 3), 3, chosen);
      expect(written).toMatchObject({ text: "请@李伟 ", caret: 5 });
      const behind = withText(written, "请@李伟 看一下", 8);
      const before = withText(behind, "现在请@李伟 看一下", 2);
      for (const text of [written, behind, before]) expect(mentionedIn(text, members)).toEqual(ids(chosen));
    }
  });

  it("CO-60 each of two in one comment, and who is left when one name goes", () => {
    const first = withMention(withText(EMPTY, "@李", 2), 2, other);
    const both = withMention(withText(first, `${first.text}@李`, 6), 6, one);
    expect(both.text).toBe("@李伟 @李伟 ");
    expect(mentionedIn(both, members)).toEqual(ids(other, one));
    expect(mentionedIn(withText(both, "@李伟 ", 0), members)).toEqual(ids(one));
    expect(mentionedIn(withText(both, "@李伟 ", 4), members)).toEqual(ids(other));
  });

  it("CO-60 typed by hand all of them are told who can sign in, or those who were meant before", () => {
    const typed = withText(EMPTY, "@李伟 请看", 6);
    expect(mentionedIn(typed, members)).toEqual(ids(one, other));
    expect(mentionedIn(typed, members, ids(other))).toEqual(ids(other));
    expect(mentionedIn(typed, [gone])).toEqual(ids(gone));
  });

  it("CO-60 a name that was changed is somebody else's, or nobody's", () => {
    const chosen = withMention(withText(EMPTY, "@李", 2), 2, other);
    expect(mentionedIn(withText(chosen, "@李伟民 ", 4), members)).toEqual(ids(longer));
    expect(mentionedIn(withText(chosen, "@李 ", 2), members)).toEqual([]);
    // Chosen anew, only the second counts.
    const anew = withMention(withText(chosen, "@李", 2), 2, one);
    expect(mentionedIn(anew, members)).toEqual(ids(one));
  });

  it("CO-60 who was chosen is told also where the list of members can't be had any more", () => {
    const chosen = withMention(withText(EMPTY, "@李", 2), 2, other);
    expect(mentionedIn(chosen, [])).toEqual(ids(other));
  });
});
