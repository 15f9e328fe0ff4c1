/** The colours and lines that a PDF is drawn in, by Mozilla's pdf.js. */
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
  const inks = new Map<string, number>();
  for (const { operation, parameters } of await operationsIn(bytes)) {
    if (operation !== OPS.setStrokeRGBColor && operation !== OPS.setFillRGBColor) continue;
    const ink = String(parameters);
    inks.set(ink, (inks.get(ink) ?? 0) + 1);
  }
  return inks;
}

/** How many lines are drawn: under, through and around words. */
export async function linesIn(bytes: Uint8Array): Promise<number> {
  const { OPS } = await getResolvedPDFJS();
  const drawing = await operationsIn(bytes);
  return drawing.filter(
    ({ operation, parameters }) => operation === OPS.constructPath && parameters?.[0] === OPS.stroke,
  ).length;
}

async function operationsIn(bytes: Uint8Array) {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const operations: { readonly operation: number; readonly parameters: readonly unknown[] | null }[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { fnArray, argsArray } = await (await file.getPage(number)).getOperatorList();
    for (const [index, operation] of fnArray.entries()) {
      operations.push({ operation, parameters: argsArray[index] });
    }
  }
  return operations;
}
