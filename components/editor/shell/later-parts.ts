/**
 * What the page leaves out to show its text sooner: panels, menus and dialogs. They are fetched once the
 * page has been there for a while and nobody types, so that opening one is immediate, offline too.
 */
import { loadAccountPopover } from "@/components/account/load-account-popover";
import { loadImportDialog, loadPreviewPaper } from "@/components/import/load-import-parts";
import { loadMembersDialog } from "@/components/members/load-members-dialog";
import type { SpeechConnection } from "@/components/sync/connection";
import { loadLocalCopies } from "@/components/sync/load-local-copies";
import { loadPlainTextReader } from "../clipboard/renumbered-start";
import { pausing } from "../pausing";
import {
  loadAuthorsSection,
  loadCommentsPanel,
  loadDecideDialog,
  loadDecisionsList,
  loadDirectivesPanel,
  loadExpected,
  loadExportDialog,
  loadOutlineItemMenu,
  loadPinyinDialog,
  loadPreviewPanel,
  loadReadingActions,
  loadRequestDialog,
  loadSettledPage,
  loadShortcutsDialog,
  loadSideDrawer,
  loadSignOffSection,
  loadStageDialog,
  loadSuggestionsPanel,
  loadTableActions,
  loadWithdrawDialog,
} from "./part-loaders";

/** The likeliest first. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  loadCommentsPanel,
  loadSuggestionsPanel,
  loadDirectivesPanel,
  loadSignOffSection,
  loadAuthorsSection,
  loadSideDrawer,
  loadOutlineItemMenu,
  loadDecideDialog,
  loadDecisionsList,
  loadSettledPage,
  loadTableActions,
  loadShortcutsDialog,
  loadReadingActions,
  loadAccountPopover,
  loadMembersDialog,
  loadStageDialog,
  loadRequestDialog,
  loadWithdrawDialog,
  loadExpected,
  loadExportDialog,
  loadPlainTextReader,
  loadLocalCopies,
  loadImportDialog,
  loadPreviewPaper,
  loadPreviewPanel,
  loadPinyinDialog,
];

/** One part after another, each in a pause of its own: reading a script takes longer than a frame. */
const BETWEEN_KEYS = { pauseMs: 1000, longestWaitMs: 30_000 };

/** The browser's timeline holds this mark from when the first of them is asked for. */
export const FIRST_ASKED = "later-parts-asked";
/** The browser's timeline holds this mark once all of them are there. */
export const ALL_FETCHED = "later-parts-fetched";

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
    if (left.length === parts.length) performance.mark(FIRST_ASKED);
    try {
      await part();
      left.shift();
    } catch {
      return; // the network is gone, or the server was upgraded: whoever opens the part is told
    }
    if (left.length === 0) performance.mark(ALL_FETCHED);
    else if (!stopped) next.request();
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
