/** The searching thread: all texts of a speech are read, which typists would feel; bench:versions measures it. */
import { answerCalls } from "../workers/answer-calls";
import { findPassages } from "./find-passages";

answerCalls(findPassages);
