/** The declarations of a style, by lower-case property, their values in lower case too. Nothing is resolved or loaded. */
export function declarations(style: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).toLowerCase();
    found.set(property, value.replace(/!\s*important\s*$/, "").trim());
  }
  return found;
}
