"use client";

import { useLayoutEffect } from "react";
import type { PersonId } from "@/core/ids";
import { askAs } from "../api/asking-person";

/** What this page asks the server is asked as the person that it shows. */
export function useAskingPerson(personId: PersonId): void {
  useLayoutEffect(() => askAs(personId), [personId]);
}
