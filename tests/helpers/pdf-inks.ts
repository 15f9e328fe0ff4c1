/** The colours that a PDF is drawn in, by Mozilla's pdf.js. */
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";

// pdf.js shortens the buffers of its paths by it; Node 20 hasn't it, and pdf.js would stop in the middle.
if (!("transferToFixedLength" in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    value(this: ArrayBuffer, length: number) {
      return this.slice(0, length);
    },
  });
}

/** How often each is taken up, to fill or to stroke, as #rrggbb. */
export async function inksOf(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const { OPS } = await getResolvedPDFJS();
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const inks = new Map<string, number>();
  for (let number = 1; number <= file.numPages; number += 1) {
    const { fnArray, argsArray } = await (await file.getPage(number)).getOperatorList();
    for (const [index, operation] of fnArray.entries()) {
      if (operation !== OPS.setStrokeRGBColor && operation !== OPS.setFillRGBColor) continue;
      const ink = String(argsArray[index]);
      inks.set(ink, (inks.get(ink) ?? 0) + 1);
    }
  }
  return inks;
}
