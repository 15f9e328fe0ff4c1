/** The reading thread: what strangers made is opened here, never in the server's own. */
import { answerCalls } from "../workers/answer-calls";
import { readFile } from "./read-file";

answerCalls(readFile);
