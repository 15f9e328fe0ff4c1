import type { ReactNode } from "react";
import { OfficeShell } from "@/components/shell/office-shell";
import { requirePerson } from "../require-person";

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  return <OfficeShell person={await requirePerson()}>{children}</OfficeShell>;
}
