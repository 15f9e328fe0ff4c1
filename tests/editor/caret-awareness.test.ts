import { expect, it } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { CaretAwareness } from "@/components/sync/awareness-link";
import { CompositionHold } from "@/components/sync/composition-hold";

it("ED-68 one's own caret doesn't have everybody's drawn anew, others' do, and after a composition all", () => {
  const [own, other] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const hold = new CompositionHold();
  const carets = new CaretAwareness(own, hold);
  let drawn = 0;
  carets.on("change", () => {
    drawn += 1;
  });
  carets.setLocalStateField("cursor", { anchor: 1, head: 1 });
  expect(own.getLocalState()).toMatchObject({ cursor: { anchor: 1, head: 1 } });
  expect(drawn).toBe(0);
  const tell = (head: number) => {
    other.setLocalState({ cursor: { anchor: 1, head } });
    applyAwarenessUpdate(own, encodeAwarenessUpdate(other, [other.clientID]), "server");
  };
  tell(2);
  expect(drawn).toBe(1);
  hold.begin();
  tell(3);
  expect(drawn).toBe(1);
  hold.release();
  expect(drawn).toBe(2);
  own.destroy();
  other.destroy();
});
