import { newPersonSchema } from "@/core/person";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({}, async ({ runtime, person }) => ({
  people: await runtime.people.list(person),
}));

export const POST = personRoute({ body: newPersonSchema }, async ({ runtime, person, body }) => ({
  person: await runtime.people.create(person, body),
}));
