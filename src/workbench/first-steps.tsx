import { Button, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';

const useStyles = makeStyles({
  bar: { borderRadius: 0, borderLeftStyle: 'none', borderRightStyle: 'none', borderTopStyle: 'none', flexShrink: 0 },
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
    <MessageBar intent="info" className={styles.bar} layout="singleline">
      <MessageBarBody>
        这是示例。右边是得分和检查结果，点开一条看为什么；<Link onClick={onTry}>改一个数试试</Link>
        ，H列的 YL.SCORE
        和右边的得分跟着变；“通报”一栏生成季度通报。打开自己的工作簿：点“打开…”或把文件拖进来，文件不会离开本机。
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label="关闭提示" onClick={onClose} />
        }
      />
    </MessageBar>
  );
}
