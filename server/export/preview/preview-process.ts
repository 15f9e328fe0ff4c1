/** The preview process: Typst with the fonts of this machine and of FONT_DIR, its first argument. */
import { answerProcessCalls } from "../../workers/answer-process-calls";
import { Typesetter } from "../pdf/typesetter";
import { fillPreviewOrders } from "./fill-preview-order";

answerProcessCalls(fillPreviewOrders(new Typesetter(process.argv[2])));
