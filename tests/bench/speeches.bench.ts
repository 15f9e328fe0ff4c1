/**
 * How long the home page's queries take with 5,000 speeches. Prints figures and judges nothing:
 * `npx tsx tests/bench/speeches.bench.ts [postgres]`. SEED repeats a run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "kysely";
import type { Person } from "@/core/person";
import { openStorage, type Storage } from "@/server/db/storage";
import { type Office, openOffice, servicesOver } from "../helpers/offices";
import { NO_POSTGRES, startPostgres } from "../helpers/postgres";
import { runSeed, seededRandom } from "../helpers/random";

const SPEECHES = 5_000;
const REPETITIONS = 100;
const SUBJECTS = [
  "经济",
  "农村",
  "教育",
  "卫生",
  "安全生产",
  "乡村振兴",
  "科技创新",
  "生态环境",
  "党建",
  "文化",
];
const OCCASIONS = ["工作会议", "座谈会", "动员大会", "表彰大会", "培训班", "现场会", "forum", "review"];
const SPEAKERS = ["王伟", "李娜", "张敏", "刘洋", "陈静", "杨帆", "赵磊", "黄丽"];

const seed = runSeed();
const random = seededRandom(seed);
const folder = mkdtempSync(join(tmpdir(), "lectern-bench-"));
const postgres = process.argv[2] === "postgres" ? await startPostgres() : undefined;
if (postgres === null) throw new Error(NO_POSTGRES);
const databaseUrl = await postgres?.createDatabase();
const open = (): Promise<Storage> =>
  openStorage({ dataDir: folder, databaseUrl, onConnectionLost: () => undefined });
let storage = await open();
try {
  const office = await openOffice(storage);
  const everywhere = await office.addPerson();
  const seldom = await office.addPerson();
  await fill(office, everywhere, seldom);
  // As on the next day: measured after a restart, which lets the database look at what there is.
  await storage.close();
  storage = await open();
  const { speeches } = servicesOver(storage);
  // What autovacuum does within a minute.
  if (postgres) await storage.database.query((queries) => sql`analyze`.execute(queries));

  console.log(
    `${SPEECHES} speeches on ${storage.database.kind}, seed ${seed}, ${REPETITIONS} times each, ms`,
  );
  const page = await speeches.list(everywhere, { q: "", archived: false });
  const cases: readonly (readonly [string, Person, string, string?])[] = [
    ["first page, on all", everywhere, ""],
    ["second page, on all", everywhere, "", page.nextCursor ?? undefined],
    ["first page, on 1 in 100", seldom, ""],
    ["word in all (讲话)", everywhere, "讲话"],
    ["word in a tenth (经济)", everywhere, "经济"],
    ["three words", everywhere, "乡村振兴 座谈 王伟"],
    ["one character (会)", everywhere, "会"],
    ["beginning of a word (for)", everywhere, "for"],
    ["word in none (航天)", everywhere, "航天"],
    ["word in all, on 1 in 100", seldom, "讲话"],
  ];
  for (const [name, person, q, cursor] of cases) {
    const times: number[] = [];
    let rows = 0;
    for (let count = 0; count < REPETITIONS; count++) {
      const from = performance.now();
      rows = (await speeches.list(person, { q, archived: false, cursor })).speeches.length;
      times.push(performance.now() - from);
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(7);
    console.log(`${name.padEnd(28)} p50 ${at(0.5)}  p95 ${at(0.95)}  rows ${rows}`);
  }
} finally {
  await storage.close();
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function fill(office: Office, everywhere: Person, seldom: Person): Promise<void> {
  const from = performance.now();
  for (let made = 0; made < SPEECHES; made++) {
    office.clock.time += random.below(3_600_000);
    const subject = random.pick(SUBJECTS);
    const { id } = await office.addSpeech(everywhere, {
      title: `在${2015 + random.below(12)}年全市${subject}${random.pick(OCCASIONS)}上的讲话`,
      speaker: random.pick(SPEAKERS),
      occasion: `全市${subject}${random.pick(OCCASIONS)}`,
    });
    if (made % 100 === 0) await office.speeches.setMember(everywhere, id, seldom.id, "viewer");
  }
  console.log(`made in ${((performance.now() - from) / SPEECHES).toFixed(2)} ms each`);
}
