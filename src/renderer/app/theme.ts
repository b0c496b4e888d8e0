import { createTheme, defaultVariantColorsResolver } from '@mantine/core';
import type {
  CSSVariablesResolver,
  MantineColorsTuple,
  VariantColorsResolver,
} from '@mantine/core';

/** The accent of tokens.css: shade 6 in the light scheme, shade 4 in the dark one. */
const accent: MantineColorsTuple = [
  '#eef3fe',
  '#dce7fd',
  '#b5ccfa',
  '#8cb0fb',
  '#6a9cff',
  '#3f78ee',
  '#1f5fe0',
  '#1a52c4',
  '#1746a7',
  '#12388a',
];

/** Text on a filled control follows the scheme: white on the dark blue, black on the light one. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled') return colors;
  if ((input.color ?? 'accent') === 'accent')
    return { ...colors, color: 'var(--accent-contrast)', hover: 'var(--accent-hover)' };
  if (input.color === 'red')
    return {
      ...colors,
      background: 'var(--danger)',
      hover: 'var(--danger-hover)',
      color: 'var(--danger-contrast)',
    };
  return colors;
};

const modal = {
  defaultProps: {
    transitionProps: { duration: 120, transition: 'fade' },
    shadow: 'lg',
  },
};

const small = { defaultProps: { size: 'xs' } };

/** Dense and calm: 13 px text, small controls, 6 px corners, the system's own font. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  colors: { accent },
  variantColorResolver,
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '17px' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '8px', sm: '10px', md: '14px', lg: '18px', xl: '24px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '17px', lineHeight: '1.3' },
      h2: { fontSize: '15px', lineHeight: '1.3' },
      h3: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  components: {
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    Autocomplete: small,
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    Checkbox: small,
    Input: small,
    InputWrapper: small,
    Kbd: small,
    Loader: { defaultProps: { size: 'xs', type: 'oval' } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Modal: modal,
    // A header of a dialog is no banner of the page.
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    ModalHeader: { defaultProps: { role: 'presentation' } },
    ModalRoot: modal,
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 } } },
    Radio: small,
    SegmentedControl: { defaultProps: { size: 'xs', transitionDuration: 100 } },
    Select: {
      defaultProps: {
        size: 'xs',
        comboboxProps: { shadow: 'md', transitionProps: { duration: 80 } },
      },
    },
    Switch: small,
    Textarea: small,
    TextInput: small,
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 } } },
  },
});

/** Mantine's own variables take the meaning of tokens.css, so that there is one set of colours. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-dimmed': 'var(--text-quiet)',
    '--mantine-color-placeholder': 'var(--text-quiet)',
    '--mantine-color-anchor': 'var(--accent-text)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-disabled': 'var(--surface-hover)',
    '--mantine-color-disabled-color': 'var(--text-quiet)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-color-accent-light-hover': 'var(--surface-hover)',
    '--mantine-color-accent-light-color': 'var(--accent-text)',
    '--mantine-color-gray-light-hover': 'var(--surface-hover)',
    '--mantine-color-gray-light-color': 'var(--text-quiet)',
  };
  return { variables: {}, light: shared, dark: shared };
};
