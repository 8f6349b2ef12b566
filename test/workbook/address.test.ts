import { cellAddress, parseCellAddress, parseRangeAddress, rangeAddress } from '../../src/workbook/address';

test.each([
  ['A1', 0, 0],
  ['Z9', 8, 25],
  ['AA10', 9, 26],
  ['XFD1048576', 1_048_575, 16_383],
])('%s is row %i, column %i, counted from 0', (address, row, column) => {
  expect(cellAddress(row, column)).toBe(address);
  expect(parseCellAddress(address)).toEqual({ row, column });
});

test.each([
  ['C5', 'C5'],
  ['C5:N7', 'C5:N7'],
  ['$C$5:$N$7', 'C5:N7'],
  ['N7:C5', 'C5:N7'],
])('%s is the block %s', (address, block) => {
  expect(rangeAddress(parseRangeAddress(address)!)).toBe(block);
});

test.each(['', '5', 'C', 'C5:', 'C5:D', 'C5,D7', 'C5:D7:E9', '第5行'])('%j is no address', (address) => {
  expect(parseRangeAddress(address)).toBeUndefined();
});
