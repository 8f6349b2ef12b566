import { Button, makeStyles, ProgressBar, Text } from '@fluentui/react-components';
import { DocumentErrorRegular, TableSearchRegular } from '@fluentui/react-icons';
import { lazy, Suspense } from 'react';
import { goTo, set, toggleItem } from '../state/choose';
import { readOpen } from '../state/open-workbook';
import { openQuestions } from '../state/questions';
import { findingsOf, lostCount, openAssessment, openCard } from '../state/shown';
import { ContextBar } from './parts/context-bar';
import { Empty } from './parts/empty';
import { ItemList } from './parts/item-list';
import { NextSteps } from './parts/next-steps';
import { ScoreCard } from './parts/score-card';
import { Tabs } from './parts/tabs';
import { ViewHeading } from './parts/view-heading';
import { usePane, usePaneState } from './use-pane';

const FindingList = lazy(async () => ({ default: (await import('./parts/finding-list')).FindingList }));
const MarkBar = lazy(async () => ({ default: (await import('./parts/mark-bar')).MarkBar }));
const QuestionList = lazy(async () => ({ default: (await import('./parts/question-list')).QuestionList }));
const WorkbookMenu = lazy(async () => ({ default: (await import('./workbook-menu')).WorkbookMenu }));

const useStyles = makeStyles({
  reading: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '24px 0' },
});

/** Why there are no scores yet, and what to do. */
export function NotRead() {
  const styles = useStyles();
  const pane = usePane();
  const { workbook } = usePaneState();
  if (workbook.status === 'reading')
    return (
      <div className={styles.reading}>
        <ProgressBar aria-label="正在读取本工作簿" />
        <Text size={200}>正在读取本工作簿…</Text>
      </div>
    );
  if (workbook.status === 'failed') {
    return (
      <Empty icon={<DocumentErrorRegular />} title="没有读出工作簿" says={workbook.reason}>
        <Button appearance="primary" onClick={() => void readOpen(pane)}>
          重新读取
        </Button>
      </Empty>
    );
  }
  return (
    <>
      <ContextBar />
      <Empty
        icon={<TableSearchRegular />}
        title="没有找到考评数据"
        says="请打开自评表、指标数据表或台账，表中写明填报单位和条目或指标名称；打开后这里会逐项列出得分、缺项和问题。表中没有写单位的，请先在上面选择单位。"
      >
        <Button appearance="primary" onClick={() => void readOpen(pane)}>
          重新读取
        </Button>
        <Button onClick={() => goTo(pane, 'collect')}>汇总其他文件</Button>
        <Button onClick={() => goTo(pane, 'rules')}>查阅细则</Button>
      </Empty>
    </>
  );
}

/** 核对: the open workbook, item by item. */
export function CheckView() {
  const pane = usePane();
  const state = usePaneState();
  const assessment = openAssessment(state);
  const card = openCard(state);
  if (!assessment || !card) {
    return (
      <>
        <ViewHeading title="核对本工作簿" />
        <NotRead />
        {assessment && assessment.questions.length > 0 && (
          <Suspense>
            <QuestionList questions={assessment.questions} />
          </Suspense>
        )}
        {assessment && assessment.findings.length > 0 && (
          <Suspense>
            <FindingList findings={assessment.findings} />
          </Suspense>
        )}
      </>
    );
  }
  const findings = findingsOf(assessment, card.unit);
  const open = openQuestions(assessment.questions).length;
  const asked = open > 0 || Object.keys(state.mapping).length > 0;
  const shows = state.checkShows === 'questions' && !asked ? 'items' : state.checkShows;
  return (
    <>
      <ViewHeading title="核对本工作簿" says="更改单元格后，得分自动更新。">
        <Suspense>
          <WorkbookMenu />
        </Suspense>
      </ViewHeading>
      <ContextBar />
      <ScoreCard card={card} />
      <NextSteps assessment={assessment} card={card} />
      <Tabs
        label="显示"
        chosen={shows}
        onChoose={(checkShows) => set(pane, { checkShows })}
        tabs={[
          { value: 'items', words: `条目 ${card.items.length}` },
          { value: 'lost', words: `失分 ${lostCount(assessment.rulebook, card)}` },
          { value: 'findings', words: `问题 ${findings.length}` },
          ...(asked ? [{ value: 'questions' as const, words: `栏目 ${open || '已确认'}` }] : []),
        ]}
      />
      {shows === 'questions' && (
        <Suspense>
          <QuestionList questions={assessment.questions} />
        </Suspense>
      )}
      {(shows === 'items' || shows === 'lost') && (
        <ItemList
          rulebook={assessment.rulebook}
          card={card}
          onlyLost={shows === 'lost'}
          openItem={state.openItem}
          onToggle={(item) => toggleItem(pane, item)}
        />
      )}
      {shows === 'findings' && (
        <Suspense>
          <MarkBar findings={findings} />
          <FindingList findings={findings} />
        </Suspense>
      )}
    </>
  );
}
