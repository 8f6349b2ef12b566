import { makeStyles } from '@fluentui/react-components';

/** A form's fields below one another, its buttons side by side. */
export const useFormStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '10px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
});
