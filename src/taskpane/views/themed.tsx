import { createDOMRenderer, FluentProvider, makeStyles, RendererProvider, tokens } from '@fluentui/react-components';
import { useMemo, type ReactNode } from 'react';
import { useTheme } from './themes';

const useStyles = makeStyles({
  root: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    // There the colour of a link may be that of the text.
    '@media (forced-colors: active)': { '& .fui-Link': { textDecorationLine: 'underline' } },
  },
});

/** Gives everything in it the theme, in whatever document its place is. */
export function Themed({ targetDocument, children }: { targetDocument: Document; children: ReactNode }) {
  const styles = useStyles();
  const theme = useTheme(targetDocument);
  const renderer = useMemo(() => createDOMRenderer(targetDocument), [targetDocument]);
  return (
    <RendererProvider renderer={renderer} targetDocument={targetDocument}>
      {/* Not by a class: dialogs and menus take the provider's classes along, and would then cover the page behind them. */}
      <FluentProvider theme={theme} targetDocument={targetDocument} style={{ height: '100%' }}>
        <div className={styles.root}>{children}</div>
      </FluentProvider>
    </RendererProvider>
  );
}
