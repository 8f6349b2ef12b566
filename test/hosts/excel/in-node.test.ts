import { EXCEL_HAS, excelRoom, startDesktop } from '../../office/excel-room';
import { startSession } from '../../office/session';
import { contract } from '../contract';

contract("Excel, with Microsoft's library in Node", {
  has: EXCEL_HAS,
  async open(sheets) {
    const desktop = startDesktop(sheets);
    return excelRoom(desktop, await startSession(desktop), () => startSession(desktop));
  },
});
