import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { HTMLAttributes } from 'react';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: '12px',
    minWidth: 0,
  },
});

/** A sheet that holds what belongs together. */
export function Card({ className, ...rest }: HTMLAttributes<HTMLElement>) {
  return <section className={mergeClasses(useStyles().card, className)} {...rest} />;
}
