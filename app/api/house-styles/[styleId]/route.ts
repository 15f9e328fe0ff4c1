import { houseStyleChangeSchema, houseStyleRefSchema } from "@/core/house-style";
import { personRoute } from "@/server/http/route";

export const PATCH = personRoute(
  { params: houseStyleRefSchema, body: houseStyleChangeSchema },
  async ({ runtime, person, params, body }) => ({
    houseStyle: await runtime.houseStyles.change(person, params.styleId, body),
  }),
);

export const DELETE = personRoute({ params: houseStyleRefSchema }, async ({ runtime, person, params }) => {
  await runtime.houseStyles.remove(person, params.styleId);
  return {};
});
