/**
 * Puts text on the clipboard. Browsers give pages the Clipboard API only over https or on localhost;
 * an office that serves plain http on its own network still must get its text out.
 */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard !== undefined) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  area.style.position = "fixed";
  area.style.opacity = "0";
  const focused = document.activeElement;
  document.body.append(area);
  area.select();
  try {
    return document.execCommand("copy"); // deprecated, and the only way there is without https
  } finally {
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
