/**
 * The free fonts that come with the program, each as an npm package under the Open Font License: 宋 Noto
 * Serif SC, 黑 Noto Sans S Chinese, 楷 LXGW WenKai, Tinos for Latin letters with the widths of Times New
 * Roman. There's no free 仿宋; Noto Serif SC stands for it.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { sfntOfWoff } from "./woff";

/** The folder of an installed package. */
function packageFolder(name: string): string {
  const main = createRequire(import.meta.url).resolve(name);
  return main.slice(
    0,
    main.lastIndexOf(path.join("node_modules", name)) + path.join("node_modules", name).length,
  );
}

/** Folders that Typst searches. */
export function freeFontFolders(): string[] {
  const [serif, latin] = ["@expo-google-fonts/noto-serif-sc", "@expo-google-fonts/tinos"].map(packageFolder);
  return [
    ...["400Regular", "700Bold"].map((weight) => path.join(serif ?? "", weight)),
    ...["400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"].map((style) =>
      path.join(latin ?? "", style),
    ),
    path.join(packageFolder("@embedpdf/fonts-sc"), "fonts"),
  ];
}

/** Fonts that come packed for the web, unpacked. */
export function freeFontBytes(): Buffer[] {
  const kai = path.join(
    packageFolder("@fontsource/lxgw-wenkai"),
    "files",
    "lxgw-wenkai-latin-500-normal.woff",
  );
  return [sfntOfWoff(readFileSync(kai))];
}
