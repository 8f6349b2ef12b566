import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import {
  DataBarVerticalRegular,
  DocumentArrowDownRegular,
  DocumentTextRegular,
  MailMultipleRegular,
} from '@fluentui/react-icons';
import { doubtsAbout } from '../../bulletin/check';
import { fillBulletin, makeNotices, makeWord } from '../state/bulletin';
import { writeBulletinSheets } from '../state/bulletin-sheets';
import { goTo } from '../state/choose';
import { quarterName } from '../state/quarter';
import { shown } from '../state/shown';
import { FileField } from './bulletin/file-field';
import { BulletinPreview } from './bulletin/preview';
import { Card } from './parts/card';
import { useFormStyles } from './parts/form-styles';
import { QuarterChoice } from './parts/quarter-choice';
import { Empty } from './parts/empty';
import { ViewHeading } from './parts/view-heading';
import { usePane, usePaneState } from './use-pane';

const useStyles = makeStyles({
  muted: { color: tokens.colorNeutralForeground3 },
});

/** 通报: a few particulars, a preview, the Word file. */
export function BulletinView() {
  const styles = useStyles();
  const formStyles = useFormStyles();
  const pane = usePane();
  const state = usePaneState();
  const { bulletinForm: form, bulletin, busy } = state;
  const assessment = shown(state);
  const cards = assessment?.scorecards ?? [];
  if (!cards.length) {
    return (
      <>
        <ViewHeading title="通报" />
        <Empty
          icon={<DocumentTextRegular />}
          title="还没有可以通报的结果"
          says="通报写的是考评结果。请先在“汇总”里选择各单位的工作簿，或打开一份有考评数据的工作簿。"
        >
          <Button appearance="primary" onClick={() => goTo(pane, 'collect')}>
            去汇总
          </Button>
        </Empty>
      </>
    );
  }
  const doubt = assessment && doubtsAbout(assessment, form);
  const provisional = cards.filter((card) => card.provisional).length;
  return (
    <>
      <ViewHeading title="通报" says={`${cards.length}个单位的考评结果，格式按《党政机关公文格式》。`} />
      <Card className={formStyles.fields} aria-label="通报各项">
        <Field label="考评截止">
          <QuarterChoice />
        </Field>
        <Field label="发文字号" hint="可不填，例如宜政务通〔2023〕3号">
          <Input value={form.number} onChange={(_, { value }) => void fillBulletin(pane, { number: value })} />
        </Field>
        <Field label="发文机关" required>
          <Input value={form.issuer} onChange={(_, { value }) => void fillBulletin(pane, { issuer: value })} />
        </Field>
        <Field label="成文日期" required validationState={doubt ? 'warning' : 'none'} validationMessage={doubt}>
          <Input type="date" value={form.date} onChange={(_, { value }) => void fillBulletin(pane, { date: value })} />
        </Field>
        <FileField
          what="previous"
          label="上季度结果"
          hint={
            bulletin.compared
              ? `用本工作簿中${quarterName(pane.services.rulebook, bulletin.compared)}的得分表，也可另选`
              : '可不选。给出后通报写明增减和问题复查'
          }
          accept=".xlsx,.json"
        />
        <FileField what="template" label="Word模板" hint="可不选。用本单位的红头模板（.docx）" accept=".docx" />
        <div className={formStyles.actions}>
          <Button
            appearance="primary"
            icon={<DocumentArrowDownRegular />}
            disabled={!bulletin.bulletin || busy !== undefined}
            onClick={() => void makeWord(pane)}
          >
            生成Word文件
          </Button>
          <Button
            icon={<MailMultipleRegular />}
            disabled={!bulletin.bulletin || busy !== undefined}
            onClick={() => void makeNotices(pane)}
          >
            扣分告知单
          </Button>
          <Button
            icon={<DataBarVerticalRegular />}
            disabled={!bulletin.bulletin || busy !== undefined}
            onClick={() => void writeBulletinSheets(pane)}
          >
            写入图表和数字来源
          </Button>
        </div>
      </Card>
      {bulletin.problem && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{bulletin.problem}</MessageBarBody>
        </MessageBar>
      )}
      {provisional > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {provisional}
            个单位的总分还是暂定：有缺少的数据或未到期限的任务。通报中会写明最低分和最高分，名次按最低分暂排。
          </MessageBarBody>
        </MessageBar>
      )}
      {bulletin.bulletin && (
        <>
          <Text size={200} className={styles.muted}>
            预览。带点线的数字可以点开，看是哪些单位、条目和单元格得出的。
          </Text>
          <BulletinPreview bulletin={bulletin.bulletin} />
        </>
      )}
    </>
  );
}
