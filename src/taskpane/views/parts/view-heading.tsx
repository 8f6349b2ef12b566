import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Heading } from './heading';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  says: { color: tokens.colorNeutralForeground3 },
});

/** What a view is for, in a line; what can be done with the whole of it stands at its end. */
export function ViewHeading({ title, says, children }: { title: string; says?: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <header className={styles.root}>
      <div className={styles.words}>
        <Heading as="h1" size={400}>
          {title}
        </Heading>
        {says && (
          <Text size={200} className={styles.says}>
            {says}
          </Text>
        )}
      </div>
      {children}
    </header>
  );
}
