import { personRoute } from "@/server/http/route";

export const GET = personRoute({ beforePasswordChange: true }, async ({ person }) => ({ person }));
