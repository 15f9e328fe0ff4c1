import { memberChangeSchema, memberRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const PATCH = personRoute(
  { params: memberRefSchema, body: memberChangeSchema },
  async ({ runtime, person, params, body }) => ({
    members: await runtime.speeches.setMember(person, params.speechId, params.personId, body.role),
  }),
);

export const DELETE = personRoute({ params: memberRefSchema }, async ({ runtime, person, params }) => ({
  members: await runtime.speeches.removeMember(person, params.speechId, params.personId),
}));
