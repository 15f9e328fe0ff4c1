/** The only file that reads the environment. Every problem is reported at once; see README, Settings. */
import { z } from "zod";

const flag = z.stringbool();

const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  DATA_DIR: z.string().min(1).default("data"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, "must start with postgres://")
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^(rediss?:\/\/\S+|\/\S+)$/, "must start with redis:// or be a socket's path")
    .optional(),
  SESSION_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: flag.default(false),
  FONT_DIR: z.string().min(1).optional(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, "must start with smtp:// or smtps://")
    .optional(),
  MAIL_FROM: z.string().min(3).max(200).optional(),
  MAIL_PAUSE_SECONDS: z.coerce.number().int().min(1).max(86_400).default(300),
  MAIL_SPEECH_TEXT: flag.default(false),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

export interface Config {
  readonly mode: "production" | "development" | "test";
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly host: string;
  /** SQLite database, session secret and lock; relative to the working directory. */
  readonly dataDir: string;
  /** Absent: SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Redis between several nodes on one PostgreSQL; absent: this is the only node. */
  readonly redisUrl: string | undefined;
  /** Absent: generated into `dataDir` on first start; required with `databaseUrl`. */
  readonly sessionSecret: string | undefined;
  /** The address people type, when it differs from the Host header; https makes cookies Secure. */
  readonly publicUrl: string | undefined;
  /** Take the client's address and scheme from X-Forwarded-* headers of the proxy in front. */
  readonly trustProxy: boolean;
  /** What a scraper of /metrics must bear; absent: only this machine may. */
  readonly metricsToken: string | undefined;
  /** The office's own fonts for PDF; absent: those installed, and the free ones that come along. */
  readonly fontDir: string | undefined;
  /** The mail server that notices are sent through; absent: they are in the inbox only. */
  readonly smtpUrl: string | undefined;
  /** Whom mails come from; required with `smtpUrl`. */
  readonly mailFrom: string | undefined;
  /** How long nothing more must happen before a mail tells of what did. */
  readonly mailPauseMs: number;
  /** Whether mails may hold titles and what was said; else only that there is something. */
  readonly mailSpeechText: boolean;
  readonly logLevel: string;
}

/** The names of all settings, for the README's table. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape);

/** Thrown with one line per wrong setting. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Settings are wrong:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "ConfigError";
  }
}

/** Reads settings from an environment; throws ConfigError naming every problem. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, env[name] || undefined]));
  const parsed = schema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  if (given.DATABASE_URL !== undefined && given.SESSION_SECRET === undefined) {
    problems.push("SESSION_SECRET: must be given when DATABASE_URL is set, the same on every node");
  }
  if (given.REDIS_URL !== undefined && given.DATABASE_URL === undefined) {
    problems.push("REDIS_URL: is for several nodes, which need DATABASE_URL too");
  }
  if (given.SMTP_URL !== undefined) {
    if (given.MAIL_FROM === undefined) problems.push("MAIL_FROM: must be given when SMTP_URL is set");
    if (given.PUBLIC_URL === undefined)
      problems.push("PUBLIC_URL: must be given when SMTP_URL is set, for links");
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const value = parsed.data;
  return {
    mode: value.NODE_ENV,
    port: value.PORT,
    host: value.HOST,
    dataDir: value.DATA_DIR,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    sessionSecret: value.SESSION_SECRET,
    publicUrl: value.PUBLIC_URL,
    trustProxy: value.TRUST_PROXY,
    metricsToken: value.METRICS_TOKEN,
    fontDir: value.FONT_DIR,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    mailPauseMs: value.MAIL_PAUSE_SECONDS * 1000,
    mailSpeechText: value.MAIL_SPEECH_TEXT,
    logLevel: value.LOG_LEVEL,
  };
}

/**
 * Tells libraries that read the environment by themselves what they must not guess. next-auth would
 * otherwise accept only the one address in NEXTAUTH_URL; an office types whatever name the machine
 * has. The host that it then trusts was checked by our own server (server/http/edge.ts).
 */
export function setLibraryEnvironment(): void {
  delete process.env.NEXTAUTH_URL;
  process.env.AUTH_TRUST_HOST = "true";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
}
