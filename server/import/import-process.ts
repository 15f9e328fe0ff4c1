/** The reading process: what strangers made is opened here, never in the server's own. */
import { answerProcessCalls } from "../workers/answer-process-calls";
import { readFile } from "./read-file";

answerProcessCalls(readFile);
