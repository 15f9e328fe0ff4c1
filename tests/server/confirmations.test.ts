import { afterEach, describe, expect, it, vi } from "vitest";
import { createConfirmations } from "@/server/http/confirmations";
import { localRelay } from "@/server/sync/local-relay";
import { createHub } from "../helpers/hub-relay";
import { until } from "../helpers/rooms";

afterEach(() => {
  vi.useRealTimers();
});

describe("open sockets are judged anew", () => {
  it("AC-40 every ten seconds where there may be other nodes, and never by a node alone", () => {
    vi.useFakeTimers();
    const [ask, askLeft, askAlone] = [vi.fn(), vi.fn(), vi.fn()];
    const confirmations = createConfirmations(createHub().join());
    confirmations.add(ask);
    confirmations.add(askLeft)();
    createConfirmations(localRelay).add(askAlone);
    vi.advanceTimersByTime(9_999);
    expect(ask).not.toHaveBeenCalled();
    vi.advanceTimersByTime(50_001);
    expect(ask).toHaveBeenCalledTimes(6);
    confirmations.close();
    vi.advanceTimersByTime(60_000);
    expect(ask).toHaveBeenCalledTimes(6);
    expect(askLeft).not.toHaveBeenCalled();
    expect(askAlone).not.toHaveBeenCalled();
  });

  it("SY-66 at once when their node is back, and when another one says that it is", async () => {
    const hub = createHub();
    const [here, elsewhere] = [hub.join(), hub.join()];
    const [ask, askLeft] = [vi.fn(), vi.fn()];
    const confirmations = createConfirmations(here);
    confirmations.add(ask);
    confirmations.add(askLeft)();
    here.setAvailable(false);
    expect(ask).not.toHaveBeenCalled();
    here.setAvailable(true);
    expect(ask).toHaveBeenCalledTimes(1);
    elsewhere.publishOffice({ kind: "back" });
    await until(() => ask.mock.calls.length === 2);
    confirmations.close();
    here.setAvailable(true);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(askLeft).not.toHaveBeenCalled();
  });
});
