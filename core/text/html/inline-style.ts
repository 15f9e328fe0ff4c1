/** What a style attribute declares. Nothing is ever resolved or loaded. */

/** The declarations by lower-case property, their values in lower case too. */
export function inlineStyle(element: Element): ReadonlyMap<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of (element.getAttribute("style") ?? "").split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).toLowerCase();
    declarations.set(property, value.replace(/!\s*important\s*$/, "").trim());
  }
  return declarations;
}
