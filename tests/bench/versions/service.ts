/** The same comparison as a page asks for it: two kept versions, read from storage, with who made each change. */
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { pino } from "pino";
import { type DocumentNode, documentSchema } from "@/core/document/schema";
import { openStorage } from "@/server/db/storage";
import { openOffice } from "../../helpers/offices";
import type { Random } from "../../helpers/random";
import { writeText } from "../../helpers/shared-edit";
import { mainThreadMs } from "../main-thread";
import { productionRooms } from "../production-rooms";
import { speechOf, withChanges } from "./speech-of";

const CHARACTERS = 30_000;
/** One at a time, as people make them. */
const CHANGES = 500;
const PEOPLE = 5;
const ROUNDS = 9;
const AIM_MS = 500;

export async function measureService(random: Random, dataDir: string): Promise<void> {
  const storage = await openStorage({ dataDir, databaseUrl: undefined, onConnectionLost: () => undefined });
  const { rooms, versions, close } = productionRooms({
    storage,
    logger: pino({ level: "warn" }, pino.destination(2)),
  });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  try {
    const office = await openOffice(storage);
    const chief = await office.addPerson();
    const { id: speechId } = await office.addSpeech(chief);
    const people = [chief];
    while (people.length < PEOPLE) people.push(await office.addMember(chief, speechId, "editor"));
    let document: DocumentNode = speechOf(CHARACTERS, random);
    const write = (personId = chief.id) =>
      rooms.edit(speechId, personId, (doc) => writeText(doc, documentSchema().nodeFromJSON(document)));
    await write();
    const before = await versions.create(chief, speechId, { name: "前", note: "" });
    for (let change = 0; change < CHANGES; change += 1) {
      document = withChanges(document, 1, random, change);
      await write(random.pick(people).id);
    }
    const after = await versions.create(chief, speechId, { name: "后", note: "" });

    const compare = () => versions.compare(chief, speechId, before.id, after.id);
    const first = performance.now();
    const { changers } = await compare();
    const firstMs = performance.now() - first;
    const byChange = changers?.byChange ?? [];
    const named = byChange.filter((numbers) => numbers.length > 0).length;
    const times: number[] = [];
    const ownMs: number[] = [];
    delay.enable();
    for (let round = 0; round < ROUNDS; round += 1) {
      const [start, ownStart] = [performance.now(), mainThreadMs()];
      await compare();
      times.push(performance.now() - start);
      ownMs.push(mainThreadMs() - ownStart);
    }
    delay.disable();
    console.log(
      `  versions.compare of two kept versions, ${CHANGES} changes by ${PEOPLE} people, with who made ${named} of ${byChange.length}: ` +
        `${median(times).toFixed(1)} of the ${AIM_MS} ms aimed at, the first ${firstMs.toFixed(1)}; of the server's own thread ` +
        `${median(ownMs).toFixed(1)} ms of processor; its loop is held up p99 ${ms(delay.percentile(99))} ms, at most ${ms(delay.max)} ms`,
    );
  } finally {
    await close();
    await storage.close();
  }
}

const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
