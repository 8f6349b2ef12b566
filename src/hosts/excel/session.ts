import { HostError } from '../../workbook/host';

/** Excel on the web takes 5 MB at once: values, texts, formulas and formats of so many cells. */
export const CELLS_AT_ONCE = 50_000;

/** Runs a batch of calls in Excel, waiting while a person types into a cell; failures come as Chinese sentences. */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw asHostError(error);
  }
}

/** What went wrong, for people. */
function asHostError(error: unknown): Error {
  if (error instanceof HostError || !isExcelError(error)) return error as Error;
  switch (error.code) {
    case 'AccessDenied':
      return new HostError('工作簿或工作表受保护，不能更改。请先在“审阅”选项卡中撤销保护，再重试。');
    case 'InvalidOperationInCellEditMode':
      return new HostError('正在编辑单元格。请按回车键结束编辑，再重试。');
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
      return new HostError('工作簿的内容过多，Excel不能一次处理。请把需要核对的工作表另存为单独的工作簿，再重试。');
    default:
      return new HostError(`Excel没有完成这一步（${error.code}）。请保存工作簿后重试。`);
  }
}

function isExcelError(error: unknown): error is { code: string } {
  return typeof (error as { code?: unknown } | null)?.code === 'string';
}
