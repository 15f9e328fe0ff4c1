/** The log's thread as in production; in a run with stamps it also notes when it answered. */
import "./note-answers";
import "@/server/db/log-worker";
