import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { set } from '../state/choose';
import type { Notice } from '../state/pane-state';
import { usePane } from './use-pane';

const useStyles = makeStyles({ bar: { borderRadius: 0 } });

/** What came of the last thing that was done. */
export function NoticeBar({ notice }: { notice: Notice }) {
  const pane = usePane();
  return (
    <MessageBar intent={notice.intent} layout="multiline" className={useStyles().bar}>
      <MessageBarBody>{notice.text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label="关闭提示"
            onClick={() => set(pane, { notice: undefined })}
          />
        }
      />
    </MessageBar>
  );
}
