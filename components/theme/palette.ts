import type { MantineColorsTuple } from "@mantine/core";

/**
 * Ink on paper and one vermilion, as on a sealed sheet. Contrast against the paper of its scheme:
 * text ink 14:1, muted ink 5:1, vermilion as text 5.6:1 (WCAG 2.2 AA asks 4.5:1).
 */

/** Ink: the primary colour. 8 fills in light, 1 fills in dark, so that buttons are ink, then paper. */
export const ink: MantineColorsTuple = [
  "#f4f3f1",
  "#e6e4df",
  "#cdc9c1",
  "#aca79d",
  "#88837a",
  "#6b665e",
  "#524e48",
  "#3c3935",
  "#292724",
  "#1b1a18",
];

/** Vermilion: for what must not be overlooked and for the seal in the corner; nothing else. */
export const vermilion: MantineColorsTuple = [
  "#fdf0ec",
  "#f9dcd4",
  "#f2b6a7",
  "#ea8d77",
  "#e26a50",
  "#d34f35",
  "#b93a22",
  "#9c2f1b",
  "#7d2616",
  "#5f1d11",
];

/** Mantine's greys for the light scheme, warmed to sit on paper. */
export const gray: MantineColorsTuple = [
  "#faf9f7",
  "#f4f2ee",
  "#eae7e1",
  "#dedad2",
  "#cbc6bc",
  "#a8a297",
  "#7c766c",
  "#57524a",
  "#3a3732",
  "#1f1d1b",
];

/** Mantine's dark scheme: 0 is text, 7 the background. */
export const dark: MantineColorsTuple = [
  "#dbd7cf",
  "#bdb8af",
  "#a19b91",
  "#6f6a62",
  "#4a4640",
  "#393632",
  "#2a2825",
  "#1d1c1a",
  "#161513",
  "#100f0e",
];
