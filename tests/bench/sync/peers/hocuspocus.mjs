/** Hocuspocus as its documentation sets it up, storing with its database extension in SQLite. */
import path from "node:path";
import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import Sqlite from "better-sqlite3";
import { announce } from "./meter.mjs";

const database = new Sqlite(path.join(process.env.BENCH_FOLDER ?? "", "hocuspocus.db"));
// The same promise to the disk as Lectern's own file.
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("create table if not exists documents (name text primary key, data blob not null)");
const select = database.prepare("select data from documents where name = ?").pluck();
const upsert = database.prepare(
  "insert into documents (name, data) values (?, ?) on conflict (name) do update set data = excluded.data",
);

const server = new Server({
  port: 0,
  address: "127.0.0.1",
  quiet: true,
  stopOnSignals: false,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get(documentName) ?? null,
      store: async ({ documentName, state }) => void upsert.run(documentName, state),
    }),
  ],
});
await server.listen();
announce(server.address.port, async () => {
  await server.destroy();
  database.close();
});
