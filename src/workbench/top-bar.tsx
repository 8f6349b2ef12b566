import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  ChevronDownRegular,
  DocumentTableRegular,
  FolderOpenRegular,
  PanelRightContractRegular,
  PanelRightExpandRegular,
} from '@fluentui/react-icons';
import { useRef } from 'react';
import { sampleNames } from './samples';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    height: '48px',
    flexShrink: 0,
    padding: '0 12px 0 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  product: { whiteSpace: 'nowrap', color: tokens.colorBrandForeground1 },
  file: {
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    paddingLeft: '12px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
  picker: { display: 'none' },
});

/** What the reader reads. */
const WORKBOOKS = '.xlsx,.xlsm,.xls,.et';

interface TopBarProps {
  file: string | undefined;
  busy: boolean;
  paneShown: boolean;
  onOpen(file: File): void;
  onSample(name: string): void;
  onSave(): void;
  onTogglePane(): void;
}

/** Whose page it is, which workbook is open, and what can be done with it. */
export function TopBar({ file, busy, paneShown, onOpen, onSample, onSave, onTogglePane }: TopBarProps) {
  const styles = useStyles();
  const picker = useRef<HTMLInputElement>(null);
  const paneLabel = paneShown ? '收起考评窗格' : '打开考评窗格';
  return (
    <header className={styles.bar}>
      <Text as="h1" size={400} weight="semibold" className={styles.product}>
        宜良政务环境考评工作台
      </Text>
      <Text className={styles.file} title={file}>
        {file ?? '尚未打开工作簿'}
      </Text>
      <input
        ref={picker}
        className={styles.picker}
        type="file"
        aria-label="选择工作簿"
        accept={WORKBOOKS}
        onChange={({ target }) => {
          const picked = target.files?.[0];
          // The same file can then be picked again.
          if (picked) onOpen(picked);
          target.value = '';
        }}
      />
      <Button icon={<FolderOpenRegular />} disabled={busy} onClick={() => picker.current?.click()}>
        打开…
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<DocumentTableRegular />} disabled={busy}>
            示例
            <ChevronDownRegular />
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {sampleNames.map((name) => (
              <MenuItem key={name} onClick={() => onSample(name)}>
                {name.replace(/\.xlsx$/, '')}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
      <Button icon={<ArrowDownloadRegular />} disabled={busy || !file} onClick={onSave}>
        另存副本…
      </Button>
      <Button
        appearance="subtle"
        icon={paneShown ? <PanelRightContractRegular /> : <PanelRightExpandRegular />}
        aria-label={paneLabel}
        title={paneLabel}
        aria-expanded={paneShown}
        onClick={onTogglePane}
      />
    </header>
  );
}
