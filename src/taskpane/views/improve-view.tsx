import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { goToItem, set } from '../state/choose';
import { openAssessment, openCard, rangeText } from '../state/shown';
import { KINDS, suggestionsFor, type Suggestion } from '../state/suggestions';
import { NotRead } from './check-view';
import { Card } from './parts/card';
import { ContextBar } from './parts/context-bar';
import { Empty } from './parts/empty';
import { Tabs } from './parts/tabs';
import { ViewHeading } from './parts/view-heading';
import { usePane, usePaneState } from './use-pane';

const useStyles = makeStyles({
  card: { padding: 0 },
  says: { color: tokens.colorNeutralForeground3 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    gap: '10px',
    padding: '8px 12px',
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
    alignItems: 'flex-start',
  },
  side: { flexShrink: 0, minWidth: '52px', display: 'flex', flexDirection: 'column', alignItems: 'flex-end' },
  gain: {
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorBrandForeground1,
  },
  words: { minWidth: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '1px' },
  link: { fontSize: tokens.fontSizeBase200, textAlign: 'left' },
});

function SuggestionRow({ suggestion }: { suggestion: Suggestion }) {
  const styles = useStyles();
  const pane = usePane();
  const { item, gain, kind, text } = suggestion;
  return (
    <li className={styles.row}>
      <span className={styles.side}>
        <Text weight="semibold" className={styles.gain}>
          +{gain}分
        </Text>
        <Text size={200} className={styles.says}>
          {KINDS[kind].title}
        </Text>
      </span>
      <div className={styles.words}>
        <Text>{text}</Text>
        <Link as="button" className={styles.link} onClick={() => goToItem(pane, item.id)}>
          {item.id} {item.title}
        </Link>
      </div>
    </li>
  );
}

/** 提分建议: what would gain points, largest first. */
export function ImproveView() {
  const styles = useStyles();
  const pane = usePane();
  const state = usePaneState();
  const card = openCard(state);
  if (!openAssessment(state) || !card) {
    return (
      <>
        <ViewHeading title="提分建议" />
        <NotRead />
      </>
    );
  }
  const suggestions = suggestionsFor(pane.services.rulebook, state.readings, card);
  const kinds = (Object.keys(KINDS) as Suggestion['kind'][]).filter((kind) =>
    suggestions.some((suggestion) => suggestion.kind === kind),
  );
  const shows = state.improveShows !== 'all' && kinds.includes(state.improveShows) ? state.improveShows : 'all';
  const listed = suggestions.filter(({ kind }) => shows === 'all' || kind === shows);
  return (
    <>
      <ViewHeading title="提分建议" says={`现在${rangeText(card.total)}分。每条只改一个指标，增分从大到小排列。`} />
      <ContextBar />
      {kinds.length === 0 ? (
        <Empty
          icon={<CheckmarkCircleRegular />}
          title="没有可以再得的分"
          says="已填报的各项都得了满分，也没有缺少的数据。激励加分以专项组核定为准。"
        />
      ) : (
        <>
          <Tabs
            label="种类"
            chosen={shows}
            onChoose={(improveShows) => set(pane, { improveShows })}
            tabs={[
              { value: 'all', words: `全部 ${suggestions.length}` },
              ...kinds.map((kind) => ({
                value: kind,
                words: `${KINDS[kind].title} ${suggestions.filter((each) => each.kind === kind).length}`,
              })),
            ]}
          />
          {shows !== 'all' && (
            <Text size={200} className={styles.says}>
              {KINDS[shows].says}
            </Text>
          )}
          <Card className={styles.card} aria-label="提分建议">
            <ul className={styles.list}>
              {listed.map((suggestion) => (
                <SuggestionRow key={`${suggestion.item.id}${suggestion.text}`} suggestion={suggestion} />
              ))}
            </ul>
          </Card>
        </>
      )}
    </>
  );
}
