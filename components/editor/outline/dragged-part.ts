/** A part of the outline while it is dragged: carried as a type of its own, or other places would take its name in. */
const PART = "application/x-lectern-part";

/** Browsers drag only what carries something. */
export function carryPart(data: DataTransfer, key: string): void {
  data.setData(PART, key);
}

/** For the page, which takes no part in. Returns whether one is dragged, of which nobody else then hears. */
export function keepPartOut(event: DragEvent): boolean {
  const isPart = event.dataTransfer?.types.includes(PART) === true;
  if (isPart) event.stopImmediatePropagation();
  return isPart;
}
