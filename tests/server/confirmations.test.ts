import { expect, it } from "vitest";
import { createConfirmations } from "@/server/http/confirmations";
import { createHub } from "../helpers/hub-relay";
import { until } from "../helpers/rooms";

it("SY-66 open sockets are judged anew while their node is cut off, and once more when it is back", async () => {
  const relay = createHub().join();
  const confirmations = createConfirmations(relay, 5);
  let asked = 0;
  let askedOfLeft = 0;
  confirmations.add(() => {
    asked += 1;
  });
  confirmations.add(() => {
    askedOfLeft += 1;
  })();
  relay.setAvailable(false);
  expect(asked).toBe(0);
  await until(() => asked > 1);
  const meanwhile = asked;
  relay.setAvailable(true);
  expect(asked).toBe(meanwhile + 1);
  confirmations.close();
  relay.setAvailable(false);
  relay.setAvailable(true);
  expect(asked).toBe(meanwhile + 1);
  expect(askedOfLeft).toBe(0);
});
