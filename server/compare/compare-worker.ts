/** The comparing thread: a long speech takes a tenth of a second, which typists would feel. */
import { answerCalls } from "../workers/answer-calls";
import { compareFully } from "./compare-fully";

answerCalls(compareFully);
