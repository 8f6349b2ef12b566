import { makeStyles } from '@fluentui/react-components';

/** A long option must not widen the pane. */
export const useSelectStyles = makeStyles({
  root: { minWidth: 0, '& > select': { width: '100%', minWidth: 0, textOverflow: 'ellipsis' } },
});
