/** For clients without a page: others' edits come in as they arrive. */
import type { Pace } from "@/components/sync/typing-pace";

export const atOnce: Pace = (run) => ({ request: run, now: run, stop: () => {} });
