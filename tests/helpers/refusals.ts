/** Tests of what a room refuses, each with its honest twin. */
import { expect, it } from "vitest";
import type { CloseErrorCode } from "@/core/errors";
import { openRooms, until } from "./rooms";
import { SyncClient } from "./sync-client";

export interface Twins {
  readonly bad: (client: SyncClient) => void;
  /** The same kind of message as an honest client sends it. */
  readonly good: (client: SyncClient) => void;
}

/** A named code, nothing stored, nobody disturbed; and the honest twin passes. */
export function itRefuses(rule: string, code: CloseErrorCode, { bad, good }: Twins): void {
  it(`${rule} → ${code}, and its honest twin passes`, async () => {
    const { log, logger, rooms, speechId } = openRooms();
    const witness = new SyncClient(rooms, speechId);
    const attacker = new SyncClient(rooms, speechId);
    await until(() => witness.allSaved && attacker.allSaved);
    witness.write("底稿");
    await until(() => witness.allSaved && attacker.fragment.length === 1);
    const stored = log.rows.get(speechId)?.length;
    const shown = witness.frames.length;

    bad(attacker);
    expect(attacker.closeError).toBe(code);
    expect(logger.lines).toContainEqual(
      expect.objectContaining({ level: "warn", fields: expect.objectContaining({ code }) }),
    );
    expect(JSON.stringify(logger.lines)).not.toContain("底稿");

    const honest = new SyncClient(rooms, speechId);
    await until(() => honest.allSaved);
    expect(log.rows.get(speechId)?.length).toBe(stored);
    good(honest);
    await until(() => honest.allSaved);
    expect(honest.closed).toBeNull();
    expect(witness.closed).toBeNull();
    witness.write("接着写");
    await until(() => witness.allSaved);
    expect(witness.frames.length).toBeGreaterThan(shown);
    expect(witness.fragment.toString()).not.toMatch(/iframe|onclick|script/);
  });
}
