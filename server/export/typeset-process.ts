/** The typesetting process: Typst with the fonts of this machine and of FONT_DIR, its first argument. */
import { answerProcessCalls } from "../workers/answer-process-calls";
import { fillTypesetOrder } from "./fill-typeset-order";
import { Typesetter } from "./pdf/typesetter";

const typesetter = new Typesetter(process.argv[2]);
answerProcessCalls(fillTypesetOrder(typesetter));
