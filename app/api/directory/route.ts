import { directoryQuerySchema } from "@/core/person";
import { personRoute } from "@/server/http/route";

export const GET = personRoute({ query: directoryQuerySchema }, async ({ runtime, person, query }) => ({
  people: await runtime.people.directory(person, query.q),
}));
