/**
 * How long the home page's queries take with 5,000 speeches, and how many times what they take with 50 in the same run:
 * `npm run bench:speeches [-- postgres]`. SEED repeats a run.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { sql } from "kysely";
import type { Person } from "@/core/person";
import { openStorage, type Storage } from "@/server/db/storage";
import { openOffice, servicesOver } from "../helpers/offices";
import { NO_POSTGRES, startPostgres } from "../helpers/postgres";
import { runSeed, seededRandom } from "../helpers/random";

const FEW = 50;
const MANY = 5_000;
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
try {
  const people = await withStorage(async (storage) => {
    const office = await openOffice(storage);
    const people = { everywhere: await office.addPerson(), seldom: await office.addPerson() };
    await fill(office, people, FEW);
    return people;
  });
  // As on the next day: measured after a restart, which lets the database look at what there is.
  const few = await withStorage((storage) => measure(storage, people));
  await withStorage((storage) => fill(servicesOver(storage), people, MANY - FEW));
  const many = await withStorage((storage) => measure(storage, people));
  console.log(`${MANY} speeches on ${many.kind}, ${REPETITIONS} times each, ms; seed ${seed}`);
  for (const [name, { p50, p95, rows }] of many.figures) {
    const ratio = p50 / (few.figures.get(name)?.p50 ?? Number.NaN);
    const figures = `p50 ${shown(p50)}  p95 ${shown(p95)}  ${shown(ratio)} x ${FEW} speeches  rows ${rows}`;
    console.log(`${name.padEnd(28)} ${figures}`);
  }
} finally {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
}

interface People {
  /** On every speech. */
  readonly everywhere: Person;
  /** On one in a hundred. */
  readonly seldom: Person;
}

async function withStorage<Result>(use: (storage: Storage) => Promise<Result>): Promise<Result> {
  const storage = await open();
  try {
    return await use(storage);
  } finally {
    await storage.close();
  }
}

async function measure(storage: Storage, { everywhere, seldom }: People) {
  const { speeches } = servicesOver(storage);
  // What autovacuum does within a minute.
  if (postgres) await storage.database.query((queries) => sql`analyze`.execute(queries));
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
  const figures = new Map<string, { p50: number; p95: number; rows: number }>();
  for (const [name, person, q, cursor] of cases) {
    const times: number[] = [];
    let rows = 0;
    for (let count = 0; count < REPETITIONS; count++) {
      const from = performance.now();
      rows = (await speeches.list(person, { q, archived: false, cursor })).speeches.length;
      times.push(performance.now() - from);
    }
    times.sort((one, other) => one - other);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    figures.set(name, { p50: at(0.5), p95: at(0.95), rows });
  }
  return { kind: storage.database.kind, figures };
}

function shown(figure: number): string {
  return figure.toFixed(2).padStart(7);
}

type Services = ReturnType<typeof servicesOver>;

async function fill(services: Services, { everywhere, seldom }: People, count: number): Promise<void> {
  const from = performance.now();
  for (let made = 0; made < count; made++) {
    services.clock.time += random.below(3_600_000);
    const subject = random.pick(SUBJECTS);
    const { id } = await services.speeches.create(everywhere, {
      title: `在${2015 + random.below(12)}年全市${subject}${random.pick(OCCASIONS)}上的讲话`,
      speaker: random.pick(SPEAKERS),
      dueOn: null,
      text: "",
      occasion: `全市${subject}${random.pick(OCCASIONS)}`,
    });
    if (made % 100 === 0) await services.speeches.setMember(everywhere, id, seldom.id, "viewer");
  }
  console.log(`made in ${((performance.now() - from) / count).toFixed(2)} ms each`);
}
