import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import type { Finding, Severity } from '../../../assessment';
import { toggleSeverity } from '../../state/choose';
import { usePane, usePaneState } from '../use-pane';
import { Card } from './card';
import { Empty } from './empty';
import { FindingRow } from './finding-row';
import { SEVERITIES } from './words';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  filters: { display: 'flex', gap: '6px', flexWrap: 'wrap' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  card: { padding: 0 },
  hidden: { color: tokens.colorNeutralForeground3, padding: '16px 12px', textAlign: 'center', display: 'block' },
});

/** Findings, filterable by how grave they are. */
export function FindingList({ findings }: { findings: Finding[] }) {
  const styles = useStyles();
  const pane = usePane();
  const { severities } = usePaneState();
  if (!findings.length) {
    return (
      <Empty
        icon={<CheckmarkCircleRegular />}
        title="没有发现问题"
        says="填报的数值、合计、日期和单位名称都核对过了。更改单元格后会自动再核对。"
      />
    );
  }
  const shown = findings.filter(({ severity }) => severities.includes(severity));
  return (
    <div className={styles.root}>
      <div className={styles.filters} role="group" aria-label="按程度筛选">
        {(Object.keys(SEVERITIES) as Severity[]).map((severity) => (
          <ToggleButton
            key={severity}
            size="small"
            shape="circular"
            checked={severities.includes(severity)}
            onClick={() => toggleSeverity(pane, severity)}
          >
            {SEVERITIES[severity]} {findings.filter((finding) => finding.severity === severity).length}
          </ToggleButton>
        ))}
      </div>
      <Card className={styles.card} aria-label="问题">
        {shown.length === 0 && (
          <Text size={200} className={styles.hidden}>
            所选程度下没有问题。
          </Text>
        )}
        <ul className={styles.list}>
          {shown.map((finding, index) => (
            <FindingRow key={`${finding.code}${finding.source?.cell}${index}`} finding={finding} />
          ))}
        </ul>
      </Card>
    </div>
  );
}
