/** What the typesetting process does with an order. */
import { partsOf, WORDS } from "./fill-order";
import type { Typesetter } from "./pdf/typesetter";
import { typesetSpeech } from "./pdf/write-pdf";
import type { PdfOrder, TypesetAnswer, TypesetOrder, TypesetPaper } from "./typesetting";

export const fillTypesetOrder =
  (typesetter: Typesetter) =>
  ({ order }: TypesetOrder): TypesetAnswer => ({ kind: "pdf", paper: pdf(typesetter, order) });

function pdf(typesetter: Typesetter, { content, madeAt, ...order }: PdfOrder): TypesetPaper {
  const made = typesetSpeech(typesetter, {
    ...order,
    ...partsOf(content),
    words: WORDS,
  });
  return { bytes: typesetter.pdf(made.document, madeAt), replaced: made.replaced };
}
