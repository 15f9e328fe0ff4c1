import { expect, it } from "vitest";
import { proposerName } from "@/components/editor/suggest/proposer-name";
import { newPersonId } from "@/core/ids";

const GONE = "已不在稿子里的人";
const person = { id: newPersonId(), name: "王建国" };
const member = { personId: newPersonId(), name: "赵核稿" };
const stranger = newPersonId();

it("SU-66 nobody counts as having left before the members and the names of strangers have come", () => {
  const nobody = { person, members: [], names: new Map<string, string>(), isAsking: false };
  expect(proposerName(member.personId, GONE, nobody)).toBeNull();
  expect(proposerName(person.id, GONE, nobody)).toBe("王建国");
  const members = { ...nobody, members: [member] };
  expect(proposerName(member.personId, GONE, members)).toBe("赵核稿");
  expect(proposerName(stranger, GONE, { ...members, isAsking: true })).toBeNull();
  expect(proposerName(stranger, GONE, members)).toBe(GONE);
  // A name that was known stays while others are asked for; an outside author may have none.
  expect(
    proposerName(stranger, GONE, { ...members, names: new Map([[stranger, "林"]]), isAsking: true }),
  ).toBe("林");
  expect(proposerName(stranger, GONE, { ...members, names: new Map([[stranger, ""]]) })).toBe(GONE);
});
