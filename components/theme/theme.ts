import { createTheme, Input, Menu, Modal, Tooltip } from "@mantine/core";
import { MONO, SANS, SERIF } from "./fonts";
import { dark, gray, ink, vermilion } from "./palette";

const SHADOW = "0 1px 2px rgb(31 29 27 / 6%), 0 8px 28px rgb(31 29 27 / 10%)";

/** The look of every Mantine component; surfaces and rules are CSS variables in surfaces.css. */
export const theme = createTheme({
  colors: { ink, vermilion, gray, dark },
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 1 },
  autoContrast: true,
  black: ink[9],
  fontFamily: SANS,
  fontFamilyMonospace: MONO,
  headings: {
    fontFamily: SERIF,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.75rem", lineHeight: "1.35" },
      h2: { fontSize: "1.25rem", lineHeight: "1.45" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.5" },
    },
  },
  defaultRadius: "sm",
  radius: { xs: "3px", sm: "6px", md: "10px", lg: "14px", xl: "20px" },
  shadows: { sm: SHADOW, md: SHADOW, lg: SHADOW, xl: SHADOW },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    InputWrapper: Input.Wrapper.extend({
      styles: { label: { marginBottom: 4 }, description: { marginBottom: 4 } },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: false,
        yOffset: "10dvh",
        radius: "md",
        overlayProps: { backgroundOpacity: 0.35 },
      },
      styles: { title: { fontFamily: SERIF, fontWeight: 600, fontSize: "1.125rem" } },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: "md", radius: "md", withinPortal: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
  },
});
