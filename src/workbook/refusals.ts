import { HostError } from './host';

/** Why a host does not do what is asked, in the same words wherever the workbook is. */
export function noSheet(name: string): HostError {
  return new HostError(`找不到工作表“${name}”，可能已改名或删除。请重新读取工作簿后再试。`);
}

export function noAddress(address: string): HostError {
  return new HostError(`“${address}”不是单元格地址。请重新读取工作簿后再试。`);
}

export function sheetHidden(name: string): HostError {
  return new HostError(`工作表“${name}”是隐藏的，不能转到。请先取消隐藏，再重试。`);
}

export function sheetProtected(name: string): HostError {
  return new HostError(`工作表“${name}”受保护，不能更改。请在“审阅”选项卡中撤销工作表保护，再重试。`);
}

export function structureProtected(): HostError {
  return new HostError('工作簿的结构受保护，不能写入工作表。请在“审阅”选项卡中撤销“保护工作簿”，再重试。');
}
