import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Block, Bulletin, Run, Table } from '../../../bulletin';
import { MEASURE_NAMES } from '../../../bulletin/names';
import { showFigure } from '../../state/bulletin';
import { usePane } from '../use-pane';

const useStyles = makeStyles({
  paper: {
    padding: '20px 16px',
    backgroundColor: '#fff',
    color: '#1a1a1a',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontFamily: "FangSong, 仿宋, STFangsong, 'Noto Serif CJK SC', serif",
    fontSize: '14px',
    lineHeight: 1.8,
    overflowWrap: 'anywhere',
  },
  masthead: {
    margin: 0,
    textAlign: 'center',
    color: '#c00000',
    fontSize: '20px',
    fontWeight: 700,
    borderBottom: '2px solid #c00000',
    paddingBottom: '8px',
  },
  number: { textAlign: 'center', margin: '6px 0 0' },
  title: { textAlign: 'center', fontSize: '17px', fontWeight: 700, lineHeight: 1.5, margin: '16px 0 12px' },
  flush: { margin: 0 },
  paragraph: { margin: 0, textIndent: '2em' },
  level1: { margin: '8px 0 0', textIndent: '2em', fontSize: '14px', fontWeight: 700 },
  level2: { margin: '4px 0 0', textIndent: '2em', fontSize: '14px', fontWeight: 400 },
  figure: {
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    cursor: 'pointer',
    textDecorationLine: 'underline',
    textDecorationStyle: 'dotted',
    textDecorationColor: '#767676',
    textUnderlineOffset: '3px',
    ':hover': { color: '#0f548c', textDecorationStyle: 'solid' },
    ':focus-visible': { outline: '2px solid #0f6cbd' },
  },
  right: { margin: '4px 0 0', textAlign: 'right' },
  scroll: { overflowX: 'auto', margin: '8px 0', ':focus-visible': { outline: '2px solid #0f6cbd' } },
  table: { borderCollapse: 'collapse', fontSize: '12px', lineHeight: 1.5, width: '100%' },
  cell: { border: '1px solid #8a8a8a', padding: '2px 6px', textAlign: 'center', minWidth: '3em' },
  left: { textAlign: 'left' },
  // A range of points stays on one line.
  whole: { wordBreak: 'keep-all', overflowWrap: 'normal' },
  annex: { marginTop: '20px', paddingTop: '12px', borderTop: '1px dashed #8a8a8a' },
});

/** Words, and figures that lead to what they were worked out from. */
function Runs({ runs }: { runs: Run[] }) {
  const styles = useStyles();
  const pane = usePane();
  return runs.map((run, index) =>
    typeof run === 'string' ? (
      run
    ) : (
      <button
        key={index}
        type="button"
        className={styles.figure}
        title={`${MEASURE_NAMES[run.measure]}：看依据`}
        onClick={() => showFigure(pane, run)}
      >
        {run.display}
      </button>
    ),
  );
}

function TableBlock({ table }: { table: Table }) {
  const styles = useStyles();
  const name = table.caption ?? table.columns.map(({ title }) => title.replace(/\n/g, '')).join('、');
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={name}>
      <table className={styles.table}>
        {table.caption && <caption>{table.caption}</caption>}
        <thead>
          <tr>
            {table.columns.map(({ title }) => (
              <th key={title} scope="col" className={styles.cell}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((runs, column) => (
                <td
                  key={column}
                  className={mergeClasses(
                    styles.cell,
                    table.columns[column]?.align === 'left' ? styles.left : styles.whole,
                  )}
                >
                  <Runs runs={runs} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  const styles = useStyles();
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h3 className={styles.level1}>{block.text}</h3>
      ) : (
        <h4 className={styles.level2}>{block.text}</h4>
      );
    case 'paragraph':
      return (
        <p className={styles.paragraph}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'table':
      return <TableBlock table={block} />;
    case 'chart':
      return <p className={styles.right}>（图：{block.title}）</p>;
  }
}

/** The bulletin as it will read; pages, fonts and charts are the Word file's. */
export function BulletinPreview({ bulletin }: { bulletin: Bulletin }) {
  const styles = useStyles();
  return (
    <article className={styles.paper} aria-label="通报预览">
      <p className={styles.masthead}>{bulletin.masthead}</p>
      {bulletin.number && <p className={styles.number}>{bulletin.number}</p>}
      <h2 className={styles.title}>{bulletin.title}</h2>
      <p className={styles.flush}>{bulletin.recipients}：</p>
      {bulletin.body.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
      <p className={styles.right}>{bulletin.issuer}</p>
      <p className={styles.right}>{bulletin.date}</p>
      {bulletin.annexes.map((annex, index) => (
        <section key={index} className={styles.annex} aria-label={`附件${index + 1}`}>
          <p className={styles.flush}>附件{index + 1}</p>
          <h3 className={styles.title}>{annex.title}</h3>
          {annex.blocks.map((block, position) => (
            <BlockView key={position} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}
