import { Button, makeStyles, mergeClasses, Select, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, DismissRegular, ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons';
import type { FileRead } from '../../../assessment';
import { giveUnit, leaveOut } from '../../state/collect';
import { useSelectStyles } from '../parts/select-styles';
import { usePane } from '../use-pane';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '6px 4px 6px 12px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  icon: { fontSize: '18px', display: 'inline-flex', flexShrink: 0, marginTop: '3px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  doubtful: { color: tokens.colorPaletteMarigoldForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  words: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    overflowWrap: 'anywhere',
    paddingTop: '2px',
  },
  muted: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  read: FileRead;
  /** It was picked, and can be left out again. */
  picked: boolean;
  units: string[];
  /** The unit that the person gave it. */
  given?: string;
}

const NAMED = 3;

function unitsText(units: string[]): string {
  return units.length > NAMED ? `${units.slice(0, NAMED).join('、')}等${units.length}个单位` : units.join('、');
}

/** A file with the units that it speaks for; one that names none can be given a unit. */
export function FileRow({ read: { file, status, reason }, picked, units, given }: Props) {
  const styles = useStyles();
  const select = useSelectStyles();
  const pane = usePane();
  const { rulebook } = pane.services;
  const nameless = status === 'read' && (!units.length || given !== undefined);
  const [tone, icon] =
    status !== 'read'
      ? [styles.bad, <ErrorCircleFilled />]
      : units.length
        ? [styles.good, <CheckmarkCircleFilled />]
        : [styles.doubtful, <WarningFilled />];
  const says =
    status !== 'read'
      ? reason
      : units.length
        ? `${picked ? '' : '本工作簿，'}${unitsText(units)}`
        : '没有认出单位或考评数据，没有计入。是某个单位报来的，请选择：';
  return (
    <li className={styles.row}>
      <span className={mergeClasses(styles.icon, tone)} aria-hidden>
        {icon}
      </span>
      <span className={styles.words}>
        <Text>{file}</Text>
        <Text size={200} className={styles.muted}>
          {says}
        </Text>
        {nameless && picked && (
          <Select
            size="small"
            root={{ className: select.root }}
            aria-label={`${file}的单位`}
            value={given ?? ''}
            onChange={(_, { value }) => void giveUnit(pane, file, value)}
          >
            <option value="">未指定单位</option>
            {rulebook.units
              .filter(({ listed }) => listed)
              .map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
          </Select>
        )}
      </span>
      {picked && (
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={`不计入${file}`}
          title="不计入"
          onClick={() => void leaveOut(pane, file)}
        />
      )}
    </li>
  );
}
