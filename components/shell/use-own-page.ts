"use client";

import { useEffect } from "react";
import { asAppError } from "@/core/errors";
import { getMe } from "../api";
import { onSessionChanged } from "../api/session-change";
import { isAskedAbout } from "./use-leaving-question";

/**
 * Whoever signed out in another tab has left this page too, and what it leads to would be the next person's, below the
 * name of this one: it is loaded again, as theirs. What is written in a dialog stays; sending it is refused, and leads
 * to signing in.
 */
export function useOwnPage(): void {
  useEffect(
    () =>
      onSessionChanged(() => {
        getMe().catch((error: unknown) => {
          // Nobody has signed out where there was only no answer.
          if (asAppError(error).code === "unauthenticated" && !isAskedAbout()) window.location.reload();
        });
      }),
    [],
  );
}
