/** Whether the person at this page has touched it lately. */

/** After this long without input a person counts as idle and their caret fades for the others. */
const IDLE_AFTER_MS = 60_000;

const INPUT_EVENTS = [
  "keydown",
  "pointerdown",
  "pointermove",
  "wheel",
  "input",
  "compositionupdate",
] as const;

/** Calls back with each change between idle and active; returns the way to stop. */
export function watchIdle(target: Document, onChange: (idle: boolean) => void): () => void {
  let idle = false;
  let timer: ReturnType<typeof setTimeout>;
  const become = (next: boolean) => {
    if (idle === next) return;
    idle = next;
    onChange(idle);
  };
  const touched = () => {
    clearTimeout(timer);
    timer = setTimeout(() => become(true), IDLE_AFTER_MS);
    become(false);
  };
  for (const event of INPUT_EVENTS) target.addEventListener(event, touched, { passive: true, capture: true });
  touched();
  return () => {
    clearTimeout(timer);
    for (const event of INPUT_EVENTS) target.removeEventListener(event, touched, { capture: true });
  };
}
