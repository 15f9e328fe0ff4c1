import {
  type CheckboxFactory,
  createTheme,
  defaultVariantColorsResolver,
  type ExtendComponent,
  type InputWrapperFactory,
  type MenuFactory,
  type ModalFactory,
  mergeThemeOverrides,
  type RadioFactory,
  type SegmentedControlFactory,
  type TooltipFactory,
  type VariantColorsResolver,
} from "@mantine/core";
import type { Locale } from "@/core/messages/locale";
import { LATIN_SANS, MONO, SANS, SERIF } from "./fonts";
import { dark, gray, ink, vermilion } from "./palette";

const SHADOW = "0 1px 2px rgb(31 29 27 / 6%), 0 8px 28px rgb(31 29 27 / 10%)";

/** What stands on the primary colour: paper on ink in light, ink on paper in dark. */
const ON_PRIMARY = "var(--mantine-primary-color-contrast)";

/** Mantine works out the text on a filled button for the light scheme only; ours turns with the scheme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
  return input.variant === "filled" && isPrimary ? { ...colors, color: ON_PRIMARY } : colors;
};

/** The look of every Mantine component; surfaces and rules are CSS variables in surfaces.css. */
const theme = createTheme({
  colors: { ink, vermilion, gray, dark },
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 1 },
  autoContrast: true,
  variantColorResolver,
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
  // Types instead of each component's own `extend`: naming a component here loads it into every page.
  components: {
    Checkbox: { defaultProps: { iconColor: ON_PRIMARY } } satisfies ExtendComponent<CheckboxFactory>,
    Radio: { defaultProps: { iconColor: ON_PRIMARY } } satisfies ExtendComponent<RadioFactory>,
    SegmentedControl: {
      styles: { root: { background: "var(--lectern-inset)" } },
    } satisfies ExtendComponent<SegmentedControlFactory>,
    InputWrapper: {
      styles: { label: { marginBottom: 4 }, description: { marginBottom: 4 } },
    } satisfies ExtendComponent<InputWrapperFactory>,
    Modal: {
      defaultProps: {
        centered: false,
        yOffset: "6dvh",
        radius: "md",
        overlayProps: { backgroundOpacity: 0.35 },
      },
      styles: { title: { fontFamily: SERIF, fontWeight: 600, fontSize: "1.125rem" } },
    } satisfies ExtendComponent<ModalFactory>,
    // Theirs is a <header>, which would be the page's own within a dialog; a part's tag isn't in its type.
    ModalHeader: { defaultProps: { component: "div" } },
    DrawerHeader: { defaultProps: { component: "div" } },
    Menu: {
      // The placeholder is a focusable element that isn't a menu item, which role="menu" may not hold.
      defaultProps: { shadow: "md", radius: "md", withInitialFocusPlaceholder: false },
    } satisfies ExtendComponent<MenuFactory>,
    Tooltip: {
      defaultProps: { openDelay: 400, withArrow: false },
    } satisfies ExtendComponent<TooltipFactory>,
  },
});

const englishTheme = mergeThemeOverrides(theme, { fontFamily: LATIN_SANS });

/** The theme with the fonts of a language. */
export const themeOf = (locale: Locale) => (locale === "en" ? englishTheme : theme);
