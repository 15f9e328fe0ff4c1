/** The colours of people who are added. */
import { describe, expect, it } from "vitest";
import { newPersonId } from "@/core/ids";
import { COLORS, colorOf } from "@/core/presence";
import { settleAuthors } from "@/server/services/import-people";
import { newPersonIdBeside } from "@/server/services/new-person-id";
import { describeOnSqlite } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

describeOnSqlite("people's colours", (database) => {
  it("AU-53 nobody who is added has a colleague's colour as long as there are enough, whoever was disabled before", async () => {
    const { people, administrator, addPerson } = await openOffice(await database.open());
    const colleagues = [administrator];
    while (colleagues.length < COLORS.length) colleagues.push(await addPerson());
    expect(new Set(colleagues.map(({ id }) => colorOf(id))).size).toBe(COLORS.length);
    const gone = await addPerson();
    await people.change(administrator, gone.id, { disabled: true });
    const more = [];
    while (more.length < COLORS.length) more.push(await addPerson());
    expect(new Set(more.map(({ id }) => colorOf(id))).size).toBe(COLORS.length);
  });

  it("AU-53 of those whom a file names and who have no account each has a colour of their own", async () => {
    const storage = await database.open();
    const { administrator } = await openOffice(storage);
    const authors = COLORS.slice(1).map((_, at) => ({ key: `${at}`, name: `处长${at}` }));
    const { outside } = await storage.database.query((queries) =>
      settleAuthors(queries, administrator, authors, { chosen: authors.map(() => null), speechId: null }),
    );
    const ids = [administrator.id, ...outside.map(({ id }) => id)];
    expect(new Set(ids.map(colorOf)).size).toBe(COLORS.length);
  });
});

describe("the id of somebody new", () => {
  it("AU-53 is in a colour that the fewest of the others have", () => {
    const others = Array.from({ length: 25 }, newPersonId);
    const uses = (color: string) => others.filter((id) => colorOf(id) === color).length;
    const fewest = Math.min(...COLORS.map(uses));
    expect(uses(colorOf(newPersonIdBeside(others)))).toBe(fewest);
  });
});
