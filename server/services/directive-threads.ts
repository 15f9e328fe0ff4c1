/** Which threads are about a directive. */
import type { Queries } from "../db/database";

/**
 * Their ids: of what was said as 批示 or as the answer to one, and of every comment on other words, whose suggestion
 * in the text has their own id.
 */
export function directiveThreads(queries: Queries) {
  return queries
    .selectFrom("threads")
    .innerJoin("directives", (join) =>
      join
        .onRef("directives.speech_id", "=", "threads.speech_id")
        .on(({ or, eb, ref }) =>
          or([
            eb("threads.id", "=", ref("directives.thread_id")),
            eb("threads.suggestion_id", "=", ref("directives.id")),
          ]),
        ),
    )
    .select("threads.id");
}
