import { Button, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { Heading } from './parts/heading';
import { GavelRegular } from '@fluentui/react-icons';
import { goTo, set } from '../state/choose';
import { beginSettling, mattersIn, settledMatters, settlementsIn } from '../state/settle';
import { shown } from '../state/shown';
import { Card } from './parts/card';
import { Empty } from './parts/empty';
import { useSelectStyles } from './parts/select-styles';
import { Tabs } from './parts/tabs';
import { ViewHeading } from './parts/view-heading';
import { MatterRow } from './settle/matter-row';
import { SettlementFields } from './settle/settlement-fields';
import { SettlementRow } from './settle/settlement-row';
import { usePane, usePaneState } from './use-pane';

/** As many as a person can take in; what is settled makes room for the next. */
const MOST = 40;

const useStyles = makeStyles({
  card: { padding: 0 },
  title: { display: 'block', padding: '10px 12px 8px' },
  add: { minWidth: 0, flexShrink: 0 },
  tabs: { padding: '0 4px 4px' },
  unit: { padding: '0 12px 4px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  more: { display: 'block', padding: '8px 12px', color: tokens.colorNeutralForeground3 },
});

/** 核定: the office's word on values that are disputed, doubtful or missing. */
export function SettleView() {
  const styles = useStyles();
  const select = useSelectStyles();
  const pane = usePane();
  const state = usePaneState();
  const assessment = shown(state);
  if (state.settling) return <SettlementFields form={state.settling} />;
  const settlements = settlementsIn(pane, state);
  const settled = settledMatters(pane, state);
  const all = assessment ? mattersIn(assessment, settlements) : [];
  const units = [...new Set(all.map(({ unit }) => unit))];
  const only = units.includes(state.settleUnit) ? state.settleUnit : '';
  const matters = only ? all.filter(({ unit }) => unit === only) : all;
  const kinds = [...new Set(matters.map(({ why }) => why))];
  const kind = kinds.includes(state.settleShows) ? state.settleShows : 'all';
  const listed = matters.filter(({ why }) => kind === 'all' || why === kind);
  const nothing = !matters.length && !settlements.length;
  return (
    <>
      <ViewHeading title="核定" says="核定的数值优先于其他来源，写在“核定”表中，重新汇总时保留。">
        {!nothing && (
          <Button size="small" className={styles.add} onClick={() => beginSettling(pane, {})}>
            新增
          </Button>
        )}
      </ViewHeading>
      {nothing && (
        <Empty
          icon={<GavelRegular />}
          title={assessment?.scorecards.length ? '没有等待核定的数据' : '还没有考评数据'}
          says={
            assessment?.scorecards.length
              ? '没有互相矛盾、不能确定或缺少的数据。单位提出申诉的，可以新增一条申诉复核。'
              : '请先打开有考评数据的工作簿，或在“汇总”里选择各单位的工作簿；说法不一、数值有误和缺少的数据会列在这里。'
          }
        >
          {assessment?.scorecards.length ? (
            <Button appearance="primary" onClick={() => beginSettling(pane, {})}>
              新增核定
            </Button>
          ) : (
            <Button appearance="primary" onClick={() => goTo(pane, 'collect')}>
              去汇总
            </Button>
          )}
        </Empty>
      )}
      {settled.length > 0 && (
        <Card className={styles.card} aria-label="已核定">
          <Heading as="h2" className={styles.title}>
            已核定 {settled.length}
          </Heading>
          <ul className={styles.list}>
            {settled.map((matter) => (
              <SettlementRow key={matter.latest.source.cell} matter={matter} />
            ))}
          </ul>
        </Card>
      )}
      {matters.length > 0 && (
        <Card className={styles.card} aria-label="待核定">
          <Heading as="h2" className={styles.title}>
            待核定 {matters.length}
          </Heading>
          {units.length > 1 && (
            <div className={styles.unit}>
              <Select
                size="small"
                root={{ className: select.root }}
                aria-label="只看单位"
                value={only}
                onChange={(_, { value }) => set(pane, { settleUnit: value })}
              >
                <option value="">全部单位</option>
                {units.map((unit) => (
                  <option key={unit}>{unit}</option>
                ))}
              </Select>
            </div>
          )}
          {kinds.length > 1 && (
            <div className={styles.tabs}>
              <Tabs
                label="种类"
                chosen={kind}
                onChoose={(chosen) => set(pane, { settleShows: chosen })}
                tabs={[
                  { value: 'all', words: '全部' },
                  ...kinds.map((each) => ({
                    value: each,
                    words: `${each} ${matters.filter(({ why }) => why === each).length}`,
                  })),
                ]}
              />
            </div>
          )}
          <ul className={styles.list}>
            {listed.slice(0, MOST).map((matter, index) => (
              <MatterRow key={`${matter.unit}${matter.item}${matter.fact}${index}`} matter={matter} />
            ))}
          </ul>
          {listed.length > MOST && (
            <Text size={200} className={styles.more}>
              另有{listed.length - MOST}条，处理后依次列出。
            </Text>
          )}
        </Card>
      )}
    </>
  );
}
