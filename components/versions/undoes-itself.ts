/** Whether the keys of undoing aren't the page's: a field undoes its own words, and a dialog hides what would change. */
export function undoesItself(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  // A choice has the focus once it was made, and undoes nothing.
  return target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [role=dialog]") !== null;
}
