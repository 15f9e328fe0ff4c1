/** The searching thread: a thousand versions take a quarter of a second, which typists would feel. */
import { answerCalls } from "../workers/answer-calls";
import { findPassages } from "./find-passages";

answerCalls(findPassages);
