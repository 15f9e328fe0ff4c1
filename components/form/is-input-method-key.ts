/** The code that browsers give a key which the input method has taken. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * Whether a key pressed belongs to the input method: Enter takes the letters as they are, Escape throws them away,
 * and neither is meant for the form. Safari sends the key that ends a composition only after its end, when
 * `isComposing` is false again; the code still tells.
 */
export function isInputMethodKey(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return event.isComposing || event.keyCode === TAKEN_BY_INPUT_METHOD;
}
