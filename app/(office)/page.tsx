import type { Metadata } from "next";
import { SpeechHome } from "@/components/speeches/speech-home";
import { speechQuerySchema } from "@/core/speech-requests";
import { getRuntime } from "@/server/runtime";
import { requestMessages } from "../locale";
import { addressOf, requirePerson, type SearchParams } from "../require-person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).home.title };
}

interface HomePageProps {
  readonly searchParams: SearchParams;
}

export default async function HomePage({ searchParams }: HomePageProps) {
  const me = await requirePerson(await addressOf("/", searchParams));
  const { q, archived } = await searchParams;
  // An address that makes no sense shows the whole list rather than an error.
  const query = speechQuerySchema.catch({ q: "", archived: false }).parse({ q, archived });
  const page = await getRuntime().speeches.list(me, query);
  return <SpeechHome me={me} initial={{ page, query, at: Date.now() }} />;
}
