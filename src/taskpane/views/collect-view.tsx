import {
  Button,
  Checkbox,
  Link,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular, FolderOpenRegular, PeopleTeamRegular } from '@fluentui/react-icons';
import { showCollected } from '../state/choose';
import { collectFiles, countOpen, WORKBOOKS, writeScores } from '../state/collect';
import { FileList } from './collect/file-list';
import { Matrix } from './collect/matrix';
import { NotSentIn } from './collect/not-sent-in';
import { Ranking } from './collect/ranking';
import { Conflicts } from './collect/conflicts';
import { QuarterChoice } from './parts/quarter-choice';
import { Empty } from './parts/empty';
import { ItemList } from './parts/item-list';
import { PickButton } from './parts/pick-button';
import { QuestionList } from './parts/question-list';
import { ScoreCard } from './parts/score-card';
import { Tabs } from './parts/tabs';
import { ViewHeading } from './parts/view-heading';
import { Where } from './parts/where';
import { makePlainCopy } from '../state/plain-copy';
import { openQuestions } from '../state/questions';
import { conflictsIn, notSentIn } from '../state/shown';
import { usePane, usePaneState } from './use-pane';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  grow: { flexGrow: 1, flexBasis: '160px' },
  // Three beside one another at 320 px.
  narrow: { minWidth: 0 },
  note: { color: tokens.colorNeutralForeground3 },
});

/** Picks the workbooks that the departments handed in. */
function PickWorkbooks({ primary }: { primary: boolean }) {
  const styles = useStyles();
  const pane = usePane();
  const { busy } = usePaneState();
  return (
    <PickButton
      label="选择各单位的工作簿"
      accept={WORKBOOKS}
      multiple
      appearance={primary ? 'primary' : 'secondary'}
      icon={primary ? <FolderOpenRegular /> : undefined}
      className={primary ? undefined : styles.narrow}
      disabled={busy !== undefined}
      onPick={(files) => void collectFiles(pane, files)}
    >
      {primary ? '选择文件' : '添加文件'}
    </PickButton>
  );
}

/** One unit of the collection, item by item. */
function CollectedUnit() {
  const pane = usePane();
  const { collection } = usePaneState();
  const card = collection.assessment?.scorecards.find(({ unit }) => unit === collection.unit);
  if (!card) return null;
  return (
    <>
      <ViewHeading title={card.unit} says={`第${card.rank}名，共${collection.assessment!.scorecards.length}个单位`}>
        <Button
          icon={<ArrowLeftRegular />}
          appearance="subtle"
          onClick={() => showCollected(pane, { unit: undefined, openItem: undefined })}
        >
          返回
        </Button>
      </ViewHeading>
      <ScoreCard card={card} />
      <ItemList
        rulebook={pane.services.rulebook}
        card={card}
        onlyLost={false}
        openItem={collection.openItem}
        onToggle={(item) => showCollected(pane, { openItem: collection.openItem === item ? undefined : item })}
      />
    </>
  );
}

/** 汇总: many workbooks, one table. */
export function CollectView() {
  const styles = useStyles();
  const pane = usePane();
  const state = usePaneState();
  const { collection, busy, workbook } = state;
  const { assessment } = collection;
  if (collection.unit && assessment?.scorecards.some(({ unit }) => unit === collection.unit)) return <CollectedUnit />;
  const useOpen = (
    <Checkbox
      label="本工作簿也计入"
      disabled={workbook.status !== 'ready'}
      checked={collection.withOpen}
      onChange={(_, { checked }) => void countOpen(pane, checked === true)}
    />
  );
  if (!assessment && busy) {
    return (
      <>
        <ViewHeading title="汇总各单位" />
        <Empty
          icon={<PeopleTeamRegular />}
          title="正在读取工作簿"
          says="读完后这里列出各单位得分、缺报单位和互相矛盾的数据。中途停止的，已经读取的文件仍保留。"
        />
      </>
    );
  }
  if (!assessment) {
    return (
      <>
        <ViewHeading title="汇总各单位" />
        <Empty
          icon={<PeopleTeamRegular />}
          title="还没有收集工作簿"
          says="请选择各单位报来的工作簿，可一次选多个（.xlsx、.xls）。读取后这里列出各单位得分、缺报单位和互相矛盾的数据，并可写入本工作簿。文件只在本机读取，不会上传；关闭窗格后再打开，不必重新选择。"
        >
          <PickWorkbooks primary />
          {useOpen}
        </Empty>
      </>
    );
  }
  const missing = notSentIn(assessment);
  const conflicts = conflictsIn(assessment);
  const questions = openQuestions(assessment.questions).length;
  return (
    <>
      <ViewHeading
        title="汇总各单位"
        says={`${assessment.scorecards.length}个单位，${assessment.files.length}个文件。`}
      />
      <div className={styles.actions}>
        <PickWorkbooks primary={false} />
        <Button
          appearance="primary"
          className={styles.narrow}
          disabled={busy !== undefined || !assessment.scorecards.length}
          onClick={() => void writeScores(pane)}
        >
          写入工作表
        </Button>
        <Button
          className={styles.narrow}
          disabled={busy !== undefined || !assessment.scorecards.length}
          onClick={() => void makePlainCopy(pane)}
        >
          数值副本
        </Button>
      </div>
      <div className={styles.actions}>
        <QuarterChoice className={styles.grow} />
        {useOpen}
      </div>
      <Text size={200} className={styles.note}>
        {!state.quarterChosen && state.quarterSaid && (
          <>
            截止据
            <Where where={state.quarterSaid} />
            识别。
          </>
        )}
        {collection.written
          ? '结果已写入本工作簿。'
          : '写入“得分表”“考评数据”“检查结果”“口径”，没有“核定”的一并建立；再次写入只更新前四张表。'}
      </Text>
      {questions > 0 && collection.shows !== 'questions' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            有{questions}个栏目不能确定是什么指标，没有采用。{' '}
            <Link as="button" onClick={() => showCollected(pane, { shows: 'questions' })}>
              去确认
            </Link>
          </MessageBarBody>
        </MessageBar>
      )}
      <Tabs
        label="显示"
        chosen={collection.shows}
        onChoose={(shows) => showCollected(pane, { shows })}
        tabs={[
          { value: 'ranking', words: '得分' },
          { value: 'matrix', words: '明细' },
          { value: 'files', words: `文件 ${assessment.files.length}` },
          { value: 'missing', words: `缺报 ${missing.length}` },
          { value: 'conflicts', words: `矛盾 ${conflicts.length}` },
          ...(collection.shows === 'questions' ? [{ value: 'questions' as const, words: `栏目 ${questions}` }] : []),
        ]}
      />
      {collection.shows === 'ranking' && <Ranking assessment={assessment} />}
      {collection.shows === 'matrix' && <Matrix assessment={assessment} />}
      {collection.shows === 'files' && <FileList assessment={assessment} />}
      {collection.shows === 'missing' && <NotSentIn units={missing} />}
      {collection.shows === 'questions' && <QuestionList questions={assessment.questions} />}
      {collection.shows === 'conflicts' && <Conflicts findings={conflicts} />}
    </>
  );
}
