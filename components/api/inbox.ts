/** The typed client for one's inbox and for mail about it. Throws AppError. */
import type { Inbox, MailSettings, NoticesRead } from "@/core/notice";
import { request } from "./request";

export async function readInbox(signal?: AbortSignal): Promise<Inbox> {
  return (await request<{ inbox: Inbox }>("/inbox", { signal })).inbox;
}

export async function markNoticesRead(body: NoticesRead): Promise<Inbox> {
  return (await request<{ inbox: Inbox }>("/inbox", { method: "PATCH", body })).inbox;
}

export interface MailChoice {
  readonly mail: MailSettings;
  /** Whether this server sends mail at all. */
  readonly available: boolean;
}

export function readMailSettings(signal?: AbortSignal): Promise<MailChoice> {
  return request<MailChoice>("/me/mail", { signal });
}

export function saveMailSettings(body: MailSettings): Promise<MailChoice> {
  return request<MailChoice>("/me/mail", { method: "PUT", body });
}
