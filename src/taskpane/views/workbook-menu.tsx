import { Button, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  DocumentTableRegular,
  EraserRegular,
  HighlightRegular,
  MoreHorizontalRegular,
  TableAddRegular,
} from '@fluentui/react-icons';
import { writeScores } from '../state/collect';
import { markCells, unmarkCells } from '../state/marks';
import { readOpen } from '../state/open-workbook';
import { makePlainCopy } from '../state/plain-copy';
import { usePane, usePaneState } from './use-pane';

/** What can be done with the open workbook as a whole. */
export function WorkbookMenu() {
  const pane = usePane();
  const { marked, busy } = usePaneState();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label="更多操作"
          title="更多操作"
          disabled={busy !== undefined}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<ArrowClockwiseRegular />} onClick={() => void readOpen(pane)}>
            重新读取
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<HighlightRegular />} onClick={() => void markCells(pane)}>
            在单元格上标记问题
          </MenuItem>
          <MenuItem icon={<EraserRegular />} onClick={() => void unmarkCells(pane)}>
            {marked ? '取消全部标记' : '取消以前的标记'}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<TableAddRegular />} onClick={() => void writeScores(pane)}>
            写入得分表等工作表
          </MenuItem>
          <MenuItem icon={<DocumentTableRegular />} onClick={() => void makePlainCopy(pane)}>
            另存只含数值的副本
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
