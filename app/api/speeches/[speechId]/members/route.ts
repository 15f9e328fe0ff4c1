import { newMemberSchema, speechRefSchema } from "@/core/speech-requests";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ params: speechRefSchema }, async ({ runtime, person, params }) => ({
  members: await runtime.speeches.members(person, params.speechId),
}));

export const POST = personRoute(
  { params: speechRefSchema, body: newMemberSchema },
  async ({ runtime, person, params, body }) => ({
    members: await runtime.speeches.setMember(person, params.speechId, body.personId, body.role),
  }),
);
