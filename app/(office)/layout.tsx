import type { ReactNode } from "react";
import { OfficeShell } from "@/components/shell/office-shell";
import { personOfRequest } from "../require-person";

/** Leads nobody away: a layout doesn't know the path that signing in should return to; the pages do. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const person = await personOfRequest();
  return person === null ? children : <OfficeShell person={person}>{children}</OfficeShell>;
}
