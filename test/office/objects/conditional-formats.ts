import type { Area, BookSheet, ConditionalFormat as Kept } from '../book';
import { uniqueId } from '../book';
import { overlap } from '../areas';
import { ApiCollection, ApiError, ApiObject } from '../rich-api';

export class ConditionalFormats extends ApiCollection {
  constructor(
    private readonly $sheet: BookSheet,
    private readonly $area: Area,
  ) {
    super();
  }

  get items() {
    const inside = this.$sheet.conditionalFormats.filter(({ area }) => overlap(area, this.$area));
    return inside.map((kept) => new ConditionalFormat(this.$sheet, kept));
  }
  add(type: string) {
    if (this.$sheet.isProtected) throw new ApiError('AccessDenied', 'The sheet is protected.', 403);
    const kept = { id: uniqueId(), type, area: { ...this.$area }, formula: '', fill: '', stopIfTrue: false };
    this.$sheet.conditionalFormats.unshift(kept);
    return new ConditionalFormat(this.$sheet, kept);
  }
  getItem(id: string) {
    return this.items.find((item) => item.id === id) ?? null;
  }
}

class ConditionalFormat extends ApiObject {
  constructor(
    private readonly $sheet: BookSheet,
    private readonly $kept: Kept,
  ) {
    super();
  }

  get id() {
    return this.$kept.id;
  }
  get type() {
    return this.$kept.type;
  }
  get priority() {
    return this.$sheet.conditionalFormats.indexOf(this.$kept);
  }
  set priority(place: number) {
    this.delete();
    this.$sheet.conditionalFormats.splice(place, 0, this.$kept);
  }
  get custom() {
    return new Custom(this.$kept);
  }
  get customOrNullObject() {
    return this.$kept.type === 'Custom' ? new Custom(this.$kept) : null;
  }
  delete() {
    const all = this.$sheet.conditionalFormats;
    all.splice(all.indexOf(this.$kept), 1);
  }
}

class Custom extends ApiObject {
  constructor(private readonly $kept: Kept) {
    super();
  }
  get rule() {
    return new Rule(this.$kept);
  }
  get format() {
    return new Format(this.$kept);
  }
}

class Rule extends ApiObject {
  constructor(private readonly $kept: Kept) {
    super();
  }
  get formula() {
    return this.$kept.formula;
  }
  set formula(formula: string) {
    this.$kept.formula = formula;
  }
}

class Format extends ApiObject {
  constructor(private readonly $kept: Kept) {
    super();
  }
  get fill() {
    return new Fill(this.$kept);
  }
}

class Fill extends ApiObject {
  constructor(private readonly $kept: Kept) {
    super();
  }
  get color() {
    return this.$kept.fill;
  }
  set color(color: string) {
    this.$kept.fill = color;
  }
}
