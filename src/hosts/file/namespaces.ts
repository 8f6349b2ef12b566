/** What begins every XML part that is made anew. */
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const FORMATS = 'http://schemas.openxmlformats.org';
/** Of workbook, worksheet, styles and comments parts. */
export const MAIN = `${FORMATS}/spreadsheetml/2006/main`;
/** Of drawings and charts, with another word behind it. */
export const DRAWING = `${FORMATS}/drawingml/2006`;
/** Of links in a part, and what the types of links begin with. */
export const OFFICE = `${FORMATS}/officeDocument/2006/relationships`;
/** Of the parts that hold links. */
export const RELATIONS = `${FORMATS}/package/2006/relationships`;
export const CONTENT_TYPES = `${FORMATS}/package/2006/content-types`;

/** What the content types of a workbook's own parts begin with. */
export const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
