import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular, DocumentRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef } from 'react';
import type { MadeFile as Made } from '../state/pane-state';
import { set } from '../state/choose';
import { usePane } from './use-pane';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '10px 12px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { fontSize: '20px', flexShrink: 0, color: tokens.colorBrandForeground1 },
  words: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '2px' },
  name: { overflowWrap: 'anywhere' },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** A file that was made: saved at once where the page may, and a link where it may not. */
export function MadeFile({ made }: { made: Made }) {
  const styles = useStyles();
  const pane = usePane();
  const link = useRef<HTMLAnchorElement>(null);
  const address = useMemo(() => URL.createObjectURL(new Blob([made.bytes as BlobPart], { type: made.type })), [made]);
  useEffect(() => {
    link.current?.click();
    return () => {
      URL.revokeObjectURL(address);
    };
  }, [address]);
  return (
    <div className={styles.root} role="region" aria-label="已生成的文件">
      <DocumentRegular className={styles.icon} aria-hidden />
      <div className={styles.words}>
        <Link ref={link} href={address} download={made.name} className={styles.name}>
          {made.name}
        </Link>
        <Text size={200} className={styles.hint}>
          已生成。没有自动保存的，请点文件名；仍不能保存的，请在浏览器中打开本页面，或用命令行工具yl生成。
        </Text>
      </div>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label="收起"
        onClick={() => set(pane, { made: undefined })}
      />
    </div>
  );
}
