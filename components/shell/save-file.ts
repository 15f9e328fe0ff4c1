/** Hands a file to the browser as a download. */

export function saveFile(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads the address after this task; freeing it at once would leave nothing to save.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
