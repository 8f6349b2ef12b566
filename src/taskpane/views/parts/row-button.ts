import { tokens, type GriffelStyle } from '@fluentui/react-components';

/** A whole row of a list as a button, without a button's looks; how it lays its parts out is its own. */
export const rowButton: GriffelStyle = {
  width: '100%',
  border: 'none',
  background: 'none',
  font: 'inherit',
  color: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
};
