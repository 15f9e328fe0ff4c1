/** The exporting thread: a long speech takes a tenth of a second, which typists would feel. */
import { answerCalls } from "../workers/answer-calls";
import { fillOrder } from "./fill-order";

answerCalls(fillOrder);
