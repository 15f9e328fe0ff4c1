/** The reading process: what strangers made is opened here, never in the server's own. */
import { LIMITS } from "@/core/limits";
import { answerProcessCalls } from "../workers/answer-process-calls";
import { endPastMemory } from "../workers/memory-watch";
import { readFile } from "./read-file";

await endPastMemory(LIMITS.importMemoryBytes);
answerProcessCalls(readFile);
