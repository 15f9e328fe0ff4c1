/** What `npm start` says when it's ready. */
import { networkInterfaces } from "node:os";
import type { Config } from "./config";

export interface SignIn {
  readonly part: string;
  readonly name: string;
  readonly signInName: string;
  readonly password: string;
}

/** Addresses under which colleagues on the same network reach this machine. */
function lanAddresses(config: Config): readonly string[] {
  if (config.host !== "0.0.0.0" && config.host !== "::") return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);
}

/** Columns of a terminal that a text takes: Chinese characters are two wide. */
function width(text: string): number {
  let columns = 0;
  for (const char of text) columns += /[\p{Script=Han}\u3000-\u30ff\uff00-\uff60]/u.test(char) ? 2 : 1;
  return columns;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell)))
      .join("   ")
      .trimEnd(),
  );
}

/** The lines to print, with the demo's sign-ins if there are any. */
export function welcome(config: Config, port: number, signIns: readonly SignIn[]): string {
  const here = config.host === "0.0.0.0" || config.host === "::" ? "localhost" : config.host;
  const lines = [`Lectern 合稿 is ready: http://${here}:${port}`];
  const others = lanAddresses(config).map((address) => `http://${address}:${port}`);
  if (config.publicUrl !== undefined) lines.push(`Public address: ${config.publicUrl}`);
  else if (others.length > 0) lines.push(`For colleagues on this network: ${others.join("  ")}`);
  if (signIns.length > 0) {
    const rows = signIns.map(({ part, name, signInName, password }) => [part, name, signInName, password]);
    lines.push(
      "",
      "Demo, deleted on exit 演示数据，退出即删除",
      "",
      ...table([["角色", "姓名", "登录名", "密码"], ...rows]).map((row) => `  ${row}`),
    );
  }
  return lines.join("\n");
}
