import { charts, figures } from '../../src/bulletin';
import { readWorkbook } from '../../src/hosts/file/read-workbook';
import { writeWorkbook } from '../../src/hosts/file/write-workbook';
import { bulletinSheets } from '../../src/score-workbook/bulletin-sheet';
import { isOwn } from '../../src/score-workbook/own-sheets';
import { planScoreWorkbook } from '../../src/score-workbook/plan';
import { assessmentOf, faultless } from '../bulletin/sample-assessment';
import { bulletinOf } from '../bulletin/text';
import { workbook } from '../intake/workbook';

const ASSESSMENT = assessmentOf([faultless('县甲局', { '1.1': { errors: 3 } }), faultless('县乙局')]);
const BULLETIN = bulletinOf(ASSESSMENT);

describe('a sheet of the product’s', () => {
  it('is known by its title and headings too, when another program has lost its key', async () => {
    const companions = bulletinSheets(figures(BULLETIN), charts(BULLETIN), ASSESSMENT);
    const sheets = [...planScoreWorkbook(ASSESSMENT).sheets, ...companions];
    const read = readWorkbook(await writeWorkbook({ sheets }), '考评.xlsx');
    const without = read.sheets.map((sheet) => ({ ...sheet, key: undefined, name: `表${sheet.name.length}` }));
    expect(read.sheets.map(isOwn)).toEqual(sheets.map(() => true));
    expect(without.map(isOwn)).toEqual(sheets.map(() => true));
  });

  it.each([
    ['通报', [['2023年第三季度通报'], ['序号', '单位', '通报事项']]],
    ['通报', [['通报'], ['序号', '单位', '通报事项']]],
    ['通报数据', [['通报数据'], ['单位', '办件量']]],
    ['得分表', [['得分表'], ['序号', '单位', '得分']]],
  ])('is none that only has the name or the title of one: %s %j', (name, rows) => {
    expect(workbook('a.xlsx', { name, rows }).sheets.map(isOwn)).toEqual([false]);
  });
});
