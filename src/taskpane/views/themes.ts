import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** Fonts that Chinese Windows, macOS and Linux have; nothing is loaded from anywhere. */
const FONTS = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const LIGHT: Theme = { ...webLightTheme, fontFamilyBase: FONTS, fontFamilyNumeric: FONTS };
const DARK: Theme = { ...webDarkTheme, fontFamilyBase: FONTS, fontFamilyNumeric: FONTS };

/** Light or dark as the system has it; high contrast comes from the system's own colours (forced-colors). */
export function useTheme(targetDocument: Document): Theme {
  const view = targetDocument.defaultView ?? window;
  const dark = useSyncExternalStore(
    (listener) => {
      const query = view.matchMedia('(prefers-color-scheme: dark)');
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => view.matchMedia('(prefers-color-scheme: dark)').matches,
  );
  return dark ? DARK : LIGHT;
}
