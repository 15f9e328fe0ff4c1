/** When a mail that couldn't be delivered is tried again. */
import { expect, it } from "vitest";
import { newCommentId, newThreadId } from "@/core/ids";
import { finish, postpone, takeDue } from "@/server/mail/mail-queue";
import { describeOnBoth } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

const PAUSE_MS = 300_000;

describeOnBoth("the queue of mails", (database) => {
  /** An office in which something was told to its chief, a pause ago. */
  async function open() {
    const storage = await database.open();
    const office = await openOffice(storage);
    const { addPerson, addMember, addSpeech, threads, notices, clock } = office;
    const chief = await addPerson();
    const { id: speechId } = await addSpeech(chief);
    const editor = await addMember(chief, speechId, "editor");
    const wantsMail = (address: string) =>
      notices.setMailSettings(chief, { address, enabled: true }, "zh-CN");
    await wantsMail("zhuo@office.example");
    const comment = { id: newCommentId(), body: "数字核实", mentions: [chief.id] };
    await threads.create(editor, speechId, { id: newThreadId(), place: null, comment });
    clock.time += PAUSE_MS;
    const take = () => takeDue(storage.database, clock.now(), PAUSE_MS);
    const fail = async (taken: Awaited<ReturnType<typeof take>>) => {
      if (taken === null) throw new Error("none was due");
      await postpone(storage.database, taken, clock.now());
    };
    const tell = () =>
      threads.create(editor, speechId, {
        id: newThreadId(),
        place: null,
        comment: { ...comment, id: newCommentId() },
      });
    return { clock, take, fail, tell, wantsMail, database: storage.database };
  }

  type Opened = Awaited<ReturnType<typeof open>>;

  it("NT-13 what couldn't be delivered is tried at once when its reader corrects the address, and waits else", async () => {
    const { take, fail, wantsMail, clock } = await open();
    await fail(await take());
    await wantsMail("zhuo@office.example");
    expect(await take()).toBeNull();
    await wantsMail("zhou@office.example");
    const again = await take();
    expect(again).toMatchObject({ attempts: 0 });
    await fail(again);
    // As late as after a first failure, not a second.
    clock.time += 60_000;
    expect(await take()).not.toBeNull();
  });

  it("NT-14 a mail that is being sent isn't sent by another node as its reader changes the address", async () => {
    const { take, wantsMail, clock, database: stored } = await open();
    const taken = await take();
    await wantsMail("zhou@office.example");
    expect(await take()).toBeNull();
    if (taken === null) throw new Error("none was due");
    await finish(stored, taken, [], clock.now());
    expect(await take()).toBeNull();
  });

  it.each([
    ["was queued", async ({ tell }: Opened) => void (await tell())],
    [
      "was being sent",
      async ({ tell, clock, take }: Opened) => {
        await tell();
        clock.time += PAUSE_MS;
        await take();
      },
    ],
    [
      "was put off",
      async ({ tell, clock, take, fail }: Opened) => {
        await tell();
        clock.time += PAUSE_MS;
        await fail(await take());
      },
    ],
  ])(
    "NT-13 mail that %s by a clock that was a hundred days ahead goes out once it is right",
    async (_, ahead) => {
      const office = await open();
      const { clock, take, tell, database: stored } = office;
      const right = clock.time;
      const first = await take();
      if (first === null) throw new Error("none was due");
      await finish(stored, first, [], right);
      clock.time += 100 * 86_400_000;
      await ahead(office);
      clock.time = right;
      await tell();
      expect(await take()).not.toBeNull();
      expect(await take()).toBeNull();
    },
  );
});
