import rulebook from '../rulebook/default';
import type { Item } from '../rulebook/model';

/** What the pane says about an item, in the order of Annex 1's columns; empty columns are left out. */
function describe(item: Item): [heading: string, text: string][] {
  const parts: [string, string][] = [
    ['分值', item.points > 0 ? `${item.points} 分` : ''],
    ['具体目标和绩效要求', item.goal],
    ['评分标准', item.clause],
    ['查验方法', item.methods],
    [
      '计分所需数据',
      item.facts
        .filter(({ optional }) => !optional)
        .map(({ name }) => name)
        .join('、'),
    ],
  ];
  return parts.filter(([, text]) => text !== '');
}

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

function show(): void {
  const items = [...rulebook.sections.flatMap((section) => section.items), rulebook.bonus, rulebook.deductions];
  const select = document.querySelector<HTMLSelectElement>('#items')!;
  const place = document.querySelector<HTMLElement>('#item')!;
  document.querySelector<HTMLElement>('#title')!.textContent = rulebook.title;
  select.replaceChildren(...items.map((item) => new Option(`${item.number} ${item.title}`, item.id)));
  const showChosen = () => {
    const parts = describe(items[select.selectedIndex]);
    place.replaceChildren(...parts.flatMap(([heading, text]) => [element('h2', heading), element('p', text)]));
  };
  select.addEventListener('change', showChosen);
  showChosen();
}

show();
