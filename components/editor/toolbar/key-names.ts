/** `mod+Alt+1` as this machine's keyboard names it: Ctrl+Alt+1, or ⌘⌥1 on a Mac. */
export function keyNames(keys: string): string {
  const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
  if (!isMac) return keys.replace("mod", "Ctrl");
  return keys.replace("mod", "⌘").replace("Alt", "⌥").replace("Shift", "⇧").replaceAll("+", "");
}
