import type { Metadata } from "next";
import { InboxPage } from "@/components/inbox/inbox-page";
import { getRuntime } from "@/server/runtime";
import { requestMessages } from "../../locale";
import { requirePerson } from "../../require-person";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestMessages()).inbox.title };
}

export default async function Inbox() {
  const me = await requirePerson("/inbox");
  return <InboxPage initial={await getRuntime().notices.inbox(me)} />;
}
