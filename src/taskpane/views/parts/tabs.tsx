import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap' },
  spread: { justifyContent: 'space-between', flexWrap: 'nowrap' },
  tab: {
    position: 'relative',
    padding: '7px 8px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    font: 'inherit',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '::after': {
      content: '""',
      position: 'absolute',
      left: '8px',
      right: '8px',
      bottom: 0,
      height: '2px',
      borderRadius: tokens.borderRadiusCircular,
    },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': { backgroundColor: tokens.colorCompoundBrandStroke },
    ':hover::after': { backgroundColor: tokens.colorCompoundBrandStrokeHover },
    '@media (forced-colors: active)': { '::after': { backgroundColor: 'Highlight' } },
  },
});

interface Props<Value extends string> {
  label: string;
  /** What is shown where the tabs stand for a part of a view; the words may hold a count. */
  tabs: { value: Value; words: string; name?: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
  /** Ids for whoever is labelled by a tab, and of the panel that the tabs change. */
  idOf?: (value: Value) => string;
  panel?: string;
  /** Over the whole width. */
  spread?: boolean;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * A row of tabs: one is reached with the Tab key, arrows, Home and End lead to the others. Fluent's TabList puts hidden
 * elements around itself that screen readers' checkers object to.
 */
export function Tabs<Value extends string>({ label, tabs, chosen, onChoose, idOf, panel, spread }: Props<Value>) {
  const styles = useStyles();
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]'));
    const at = buttons.findIndex((button) => button === event.target);
    const ends: Record<string, number> = { Home: 0, End: buttons.length - 1 };
    const next = ends[event.key] ?? (STEPS[event.key] && (at + STEPS[event.key] + buttons.length) % buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next].focus();
  };
  return (
    <div
      role="tablist"
      aria-label={label}
      className={mergeClasses(styles.list, spread && styles.spread)}
      onKeyDown={move}
    >
      {tabs.map(({ value, words, name }) => (
        <button
          key={value}
          type="button"
          role="tab"
          id={idOf?.(value)}
          aria-selected={value === chosen}
          aria-controls={panel}
          tabIndex={value === chosen ? 0 : -1}
          title={name}
          className={mergeClasses(styles.tab, value === chosen && styles.chosen)}
          onClick={() => onChoose(value)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
