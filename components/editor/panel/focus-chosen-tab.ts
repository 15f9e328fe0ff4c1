/**
 * For a way to a tab of the panel out of a dialog: the dialog goes, and what opened it with the tab before. The focus
 * goes to the tab that is chosen then; left to the browser it is nowhere.
 */
export function focusChosenTab(): void {
  // Once the page is drawn with it.
  setTimeout(() => {
    const tab = document.querySelector<HTMLElement>("[role=tab][aria-selected=true]");
    tab?.focus({ preventScroll: true });
  });
}
