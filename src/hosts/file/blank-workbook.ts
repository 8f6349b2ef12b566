import { strToU8 } from 'fflate';
import { CONTENT, CONTENT_TYPES, FORMATS, HEAD, MAIN, OFFICE, RELATIONS } from './namespaces';
import { packPart, packZip } from './pack-zip';
import { escapeXml } from './xml';

/**
 * A workbook without a sheet, which no program opens before one is written to it. It names nobody and no day, and says
 * that it was computed by an engine that is new enough: otherwise Excel computes everything anew as it opens the file,
 * and without the add-in shows #NAME? in place of the figures that are stored.
 * @param title shown in the file's properties
 */
export function blankWorkbook(title = ''): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `<Types xmlns="${CONTENT_TYPES}">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>` +
      '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>' +
      '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
      '</Types>',
    '_rels/.rels':
      `<Relationships xmlns="${RELATIONS}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${FORMATS}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
      `<Relationship Id="rId3" Type="${OFFICE}/extended-properties" Target="docProps/app.xml"/>` +
      '</Relationships>',
    // LibreOffice computes everything anew in files of programs that it does not know.
    'docProps/app.xml':
      `<Properties xmlns="${FORMATS}/officeDocument/2006/extended-properties">` +
      '<Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>',
    'docProps/core.xml':
      `<cp:coreProperties xmlns:cp="${FORMATS}/package/2006/metadata/core-properties" ` +
      `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title></cp:coreProperties>`,
    'xl/workbook.xml':
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
      '<workbookPr/><bookViews><workbookView/></bookViews><sheets></sheets><calcPr calcId="191029"/></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${RELATIONS}">` +
      `<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>` +
      '</Relationships>',
    'xl/styles.xml':
      `<styleSheet xmlns="${MAIN}">` +
      '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  };
  return packZip(new Map(Object.entries(parts).map(([path, xml]) => [path, packPart(strToU8(HEAD + xml))])));
}
