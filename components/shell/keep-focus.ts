/**
 * Where the focus goes when what had it goes: a member who is removed, a suggestion that is decided. Left to the
 * browser it is nowhere, and whoever works with the keyboard, or hears the page, begins again from the top.
 */

/** Nothing that would bring up a tablet's keyboard. */
const TARGETS = "a[href], button:not(:disabled), summary, input[readonly]:not(:disabled)";

/**
 * While the focus is within the element and what has it goes, it goes on to what came next there, and where
 * nothing did, to the element itself. For a list's `ref`; returns the way to end that.
 */
export function keepFocus(within: HTMLElement | null): (() => void) | undefined {
  if (within === null) return;
  let focused: HTMLElement | null = null;
  let next: readonly HTMLElement[] = [];

  const remember = () => {
    const all = [...within.querySelectorAll<HTMLElement>(TARGETS)];
    next = all.filter((one) => focused !== null && isBehind(one, focused));
  };
  const forget = () => {
    focused = null;
    next = [];
    observer.disconnect();
  };
  const onChange = () => {
    if (focused === null) return;
    if (focused.isConnected) return remember();
    const target = next.find((one) => one.isConnected && one.matches(TARGETS));
    forget();
    // Whoever put it somewhere meanwhile meant it.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    if (target === undefined) within.tabIndex = -1;
    (target ?? within).focus({ preventScroll: target === undefined });
  };
  const observer = new MutationObserver(onChange);
  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === within) return;
    focused = target;
    remember();
    observer.observe(within, { childList: true, subtree: true });
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && within.contains(relatedTarget)) return;
    const left = focused;
    // A button that went, or is busy and about to go, wasn't left.
    setTimeout(() => {
      if (left !== focused || left === null) return;
      if (relatedTarget !== null || (left.isConnected && !left.matches(":disabled"))) forget();
    });
  };
  within.addEventListener("focusin", onFocusIn);
  within.addEventListener("focusout", onFocusOut);
  return () => {
    forget();
    within.removeEventListener("focusin", onFocusIn);
    within.removeEventListener("focusout", onFocusOut);
  };
}

function isBehind(one: HTMLElement, other: HTMLElement): boolean {
  return (other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
