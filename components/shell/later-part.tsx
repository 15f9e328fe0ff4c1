/**
 * Parts of a page that are fetched when they are shown. Without a connection, or after the server was
 * upgraded, one can't be had: then the rest of the page goes on, and only this part is missing.
 */
import { type ComponentType, useEffect } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "./use-notice";

type Fetched<Props> = ComponentType<Props> | { readonly default: ComponentType<Props> };

/** For next/dynamic: fetches the part, or what says that it is missing. */
export function laterPart<Props extends object>(
  fetchPart: () => Promise<Fetched<Props>>,
): () => Promise<Fetched<Props>> {
  return () =>
    fetchPart().catch((error: unknown) => {
      console.error(error); // it may be broken, not out of reach
      return PartMissing;
    });
}

const NOTICE_ID = "part-missing";

function PartMissing() {
  const { partMissing } = useMessages().general;
  const { tellOnce } = useNotice();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the part was wanted
  useEffect(() => void tellOnce(NOTICE_ID, partMissing), []);
  return null;
}
