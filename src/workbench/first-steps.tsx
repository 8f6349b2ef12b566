import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  bar: { borderRadius: 0, borderLeftStyle: 'none', borderRightStyle: 'none', borderTopStyle: 'none', flexShrink: 0 },
  // A step is kept together where a line ends.
  steps: { whiteSpace: 'normal', '& > *': { display: 'inline-block', marginRight: '8px' } },
});

interface FirstStepsProps {
  /** Goes to the figure that is best tried first. */
  onTry(): void;
  onClose(): void;
}

/** What a person who has never seen the page can do first, while the sample is open. */
export function FirstSteps({ onTry, onClose }: FirstStepsProps) {
  const styles = useStyles();
  return (
    <MessageBar intent="info" className={styles.bar} layout="multiline">
      <MessageBarBody className={styles.steps}>
        <b>这是示例，一分钟看明白：</b>
        <span>1. 右边是得分和检查结果，点开一条看理由；</span>
        <span>
          2. <Link onClick={onTry}>改一个数试试</Link>，同一行的 YL.SCORE 和右边的得分跟着变；
        </span>
        <span>3. 在“通报”一栏生成季度通报。</span>
        <span>打开自己的工作簿：点“打开…”，或把文件拖进来，文件不会离开本机。</span>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label="关闭提示" onClick={onClose} />
        }
      />
    </MessageBar>
  );
}
