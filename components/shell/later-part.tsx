/**
 * Parts of a page that are fetched when they are shown. Without a connection, or after the server was
 * upgraded, one can't be had: then the rest of the page goes on, and only this part is missing until it can.
 */
import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useState } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "./use-notice";

/** The module with the part, and with nothing picked out of it: else the build makes two files of it. */
interface Fetched<Props> {
  readonly default: ComponentType<Props>;
}

interface Arriving {
  /** Called as the part comes, before it is drawn: what it takes the place of has to stay until then. */
  readonly onHere?: () => void;
}

/** For next/dynamic: fetches the part, or what stands in for it until it can be fetched. */
export function laterPart<Props extends object>(
  fetchPart: () => Promise<Fetched<Props>>,
): () => Promise<ComponentType<Props & Arriving>> {
  return () =>
    fetchPart().then(
      ({ default: Part }) =>
        (props: Props & Arriving) => <HerePart Part={Part} props={props} />,
      (error: unknown) => {
        console.error(error); // it may be broken, not out of reach
        return (props: Props & Arriving) => (
          <MissingPart fetchPart={fetchPart}>{(Part) => <HerePart Part={Part} props={props} />}</MissingPart>
        );
      },
    );
}

interface HerePartProps<Props> {
  readonly Part: ComponentType<Props>;
  readonly props: Props & Arriving;
}

function HerePart<Props extends object>({ Part, props }: HerePartProps<Props>) {
  const { onHere } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it comes once
  useLayoutEffect(() => onHere?.(), []);
  return <Part {...props} />;
}

/** How long until a missing part is asked for again; twice as long each time, up to the longest. */
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 60_000;
const NOTICE_ID = "part-missing";

interface MissingPartProps<Props> {
  readonly fetchPart: () => Promise<Fetched<Props>>;
  readonly children: (Part: ComponentType<Props>) => ReactNode;
}

/** Says that the part is missing, asks for it as long as it is wanted, and becomes it. */
function MissingPart<Props extends object>({ fetchPart, children }: MissingPartProps<Props>) {
  const { partMissing } = useMessages().general;
  const { tellOnce, hide } = useNotice();
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when the part was wanted
  useEffect(() => {
    tellOnce(NOTICE_ID, partMissing);
    return whenFetched(fetchPart, (part) => {
      setPart(() => part);
      hide(NOTICE_ID);
    });
  }, []);
  return Part && children(Part);
}

/** Asks until the part is here, at once when the network is back; returns the way to give it up. */
function whenFetched<Props>(
  fetchPart: () => Promise<Fetched<Props>>,
  have: (part: ComponentType<Props>) => void,
): () => void {
  let pauseMs = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const givenUp = new AbortController();
  const ask = async () => {
    try {
      const { default: Part } = await fetchPart();
      if (!givenUp.signal.aborted) have(Part);
      givenUp.abort();
    } catch {
      if (givenUp.signal.aborted) return;
      clearTimeout(timer);
      timer = setTimeout(ask, pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
  };
  givenUp.signal.addEventListener("abort", () => clearTimeout(timer));
  window.addEventListener("online", ask, { signal: givenUp.signal });
  void ask();
  return () => givenUp.abort();
}
