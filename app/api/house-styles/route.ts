import { houseStyleContentSchema } from "@/core/house-style";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({}, async ({ runtime, person }) => ({
  houseStyles: await runtime.houseStyles.list(person),
}));

export const POST = personRoute({ body: houseStyleContentSchema }, async ({ runtime, person, body }) => ({
  houseStyle: await runtime.houseStyles.create(person, body),
}));
