/**
 * What the page leaves out to show its text sooner: panels, menus and dialogs. They are fetched once the
 * page has been there for a while and nobody types, so that opening one is immediate, offline too.
 */
import type { SpeechConnection } from "@/components/sync/connection";
import { pausing } from "../pausing";

/** The likeliest first. Each loads the same file as the component that shows it. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import("../comments/comments-panel"),
  () => import("../suggest/suggestions-panel"),
  () => import("../directives/directives-panel"),
  () => import("../sign-off/sign-off-section"),
  () => import("../authors/authors-section"),
  () => import("./side-drawer"),
  () => import("../outline/outline-item-menu"),
  () => import("../suggest/decide-dialog"),
  () => import("../suggest/decisions-list"),
  () => import("../suggest/settled-page"),
  () => import("../toolbar/table-actions"),
  () => import("../toolbar/shortcuts-dialog"),
  () => import("../reading/reading-actions"),
  () => import("@/components/account/account-popover"),
  () => import("@/components/members/members-dialog"),
  () => import("./stage-dialog"),
  () => import("../sign-off/request-dialog"),
  () => import("../export/export-dialog"),
  () => import("@/core/text/import/plain-text"),
  () => import("@/components/sync/local-copies"),
  () => import("@/components/import/import-dialog"),
  () => import("@/components/import/preview-paper"),
  () => import("../preview/preview-panel"),
  () => import("../reading/pinyin-dialog"),
];

/** One part after another, each in a pause of its own: reading a script takes longer than a frame. */
const BETWEEN_KEYS = { pauseMs: 1000, longestWaitMs: 30_000 };

type Connection = Pick<SpeechConnection, "state" | "subscribe">;

const reaches = ({ state }: Connection): boolean =>
  state.save.kind === "saved" || state.save.kind === "saving";

/**
 * Begins to fetch; returns the way to stop. It asks for nothing while the server can't be reached, and goes
 * on when it can again.
 */
export function fetchLaterParts(
  page: EventTarget,
  connection: Connection,
  parts: readonly (() => Promise<unknown>)[] = PARTS,
): () => void {
  const left = [...parts];
  let stopped = false;
  const next = pausing(async () => {
    const [part] = left;
    if (part === undefined || !reaches(connection)) return;
    try {
      await part();
      left.shift();
    } catch {
      return; // the network is gone, or the server was upgraded: whoever opens the part is told
    }
    if (!stopped) next.request();
  }, BETWEEN_KEYS);
  const later = () => left.length > 0 && next.request();
  page.addEventListener("keydown", later);
  const leave = connection.subscribe(later);
  next.request();
  return () => {
    stopped = true;
    next.cancel();
    page.removeEventListener("keydown", later);
    leave();
  };
}
