import { Button } from '@fluentui/react-components';
import { DialogFrame } from '../taskpane/views/parts/dialog-frame';

interface SaveDialogProps {
  file: string;
  onSave(): void;
  onClose(): void;
}

/** Says what a copy keeps and what it does not, before it is saved. */
export function SaveDialog({ file, onSave, onClose }: SaveDialogProps) {
  return (
    <DialogFrame
      title="另存副本"
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button appearance="primary" onClick={onSave}>
            保存副本
          </Button>
        </>
      }
    >
      <p>将保存为“{file}”，原文件不变。</p>
      <p>
        <b>保留：</b>
        数值、公式及其结果、合并单元格、行高列宽、字体、边框、底色、数字格式、批注、冻结窗格、隐藏的行列和工作表，核定、口径等设置，以及这次写入的“通报”图表。
      </p>
      <p>
        <b>不保留：</b>
        原有的图表、图片和控件，条件格式、数据有效性和筛选，名称、超链接、密码保护、打印设置和宏；同一单元格内的多种字体合为一种；引用其他文件或表格名称的公式只保留结果。
      </p>
      <p>需要这些内容的，请回到原文件中修改。</p>
    </DialogFrame>
  );
}
