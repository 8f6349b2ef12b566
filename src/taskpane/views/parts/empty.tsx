import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Heading } from './heading';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: '8px',
    padding: '32px 16px',
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '32px', color: tokens.colorNeutralForeground3, lineHeight: 1 },
  says: { maxWidth: '34em', color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', justifyContent: 'center', marginTop: '8px' },
});

/** Why there is nothing to see, and what fills the place. */
export function Empty(props: { icon: ReactNode; title: string; says: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>
        {props.icon}
      </span>
      <Heading as="h2" size={400}>
        {props.title}
      </Heading>
      <Text size={200} className={styles.says}>
        {props.says}
      </Text>
      {props.children && <div className={styles.actions}>{props.children}</div>}
    </div>
  );
}
