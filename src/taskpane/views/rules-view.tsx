import { makeStyles, SearchBox } from '@fluentui/react-components';
import { set } from '../state/choose';
import { Tabs } from './parts/tabs';
import { ViewHeading } from './parts/view-heading';
import { wide } from './parts/words';
import { ReadingList } from './rules/reading-list';
import { RulebookList } from './rules/rulebook-list';
import { usePane, usePaneState } from './use-pane';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none' },
});

/** 口径与细则: how ambiguous sentences are taken, and the rules themselves. */
export function RulesView() {
  const styles = useStyles();
  const pane = usePane();
  const { rulesShow, search } = usePaneState();
  const { rulebook } = pane.services;
  return (
    <>
      <ViewHeading title="口径与细则" says={wide(`${rulebook.title}（${rulebook.edition}）`)} />
      <Tabs
        label="显示"
        chosen={rulesShow}
        onChoose={(shows) => set(pane, { rulesShow: shows, search: '' })}
        tabs={[
          { value: 'readings', words: '口径' },
          { value: 'rulebook', words: '细则' },
        ]}
      />
      <SearchBox
        className={styles.search}
        size="small"
        aria-label="搜索"
        placeholder={rulesShow === 'readings' ? '搜索口径：编号、条目或词语' : '搜索细则：编号或词语，如“好差评”'}
        value={search}
        onChange={(_, { value }) => set(pane, { search: value })}
      />
      {rulesShow === 'readings' ? <ReadingList /> : <RulebookList />}
    </>
  );
}
