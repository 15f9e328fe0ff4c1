/** Rows of one millisecond: a fast machine makes them, and so does whoever sets the clock back. */
import { expect, it } from "vitest";
import { paperPreset } from "@/core/paper/preset";
import { systemClock } from "@/server/services/clock";
import { createHouseStyleService } from "@/server/services/house-styles";
import { describeOnBoth } from "../helpers/databases";
import { openOffice } from "../helpers/offices";

describeOnBoth("what is made in one moment", (database) => {
  it("ST-17 is listed in the order in which it was made", async () => {
    const storage = await database.open();
    const { administrator } = await openOffice(storage);
    const styles = createHouseStyleService({
      database: storage.database,
      clock: { ...systemClock, now: () => 1 },
    });
    const names = [..."东南西北中上下左右"];
    for (const name of names) await styles.create(administrator, { name, paper: paperPreset("gbt9704") });
    expect((await styles.list(administrator)).map(({ name }) => name)).toEqual(names);
  });
});
