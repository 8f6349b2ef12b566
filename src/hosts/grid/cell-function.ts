import type { Nullable } from '@univerjs/core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type IFunctionInfo,
} from '@univerjs/preset-sheets-core';

/** A function that cells of the grid can call, in plain data and values. */
export interface CellFunction {
  /** As people write it: YL.SCORE. */
  name: string;
  description: string;
  parameters: CellParameter[];
  /**
   * Computes a value, or a matrix of values, from one argument a parameter. Cells come as text, number, boolean, null
   * when empty and CellFailure when they hold an error. An exception shows as #VALUE!.
   */
  run(args: unknown[]): unknown;
}

export interface CellParameter {
  name: string;
  description: string;
  optional?: boolean;
  /** Takes a block: rows of cells. */
  matrix?: boolean;
  /** Takes any number of arguments, handed over as one array. */
  repeating?: boolean;
}

/** An error in a cell: as an argument, what a cell holds; as a result, what the cell shows. */
export interface CellFailure {
  code: string;
}

const MOST_ARGUMENTS = 255;

/** The class that the grid calculates with, and the name it is called by. */
export function toGridFunction(described: CellFunction): [typeof BaseFunction, string] {
  const { parameters, name } = described;
  class GridFunction extends BaseFunction {
    override minParams = parameters.filter((parameter) => !parameter.optional && !parameter.repeating).length;
    override maxParams = parameters.some((parameter) => parameter.repeating) ? MOST_ARGUMENTS : parameters.length;

    override calculate(...given: BaseValueObject[]) {
      try {
        const args = parameters.map((parameter, index) => {
          if (parameter.repeating) return given.slice(index).map(matrixOf);
          if (given[index] === undefined) return null;
          return parameter.matrix ? matrixOf(given[index]) : onlyValue(given[index]);
        });
        return toGridResult(described.run(args));
      } catch {
        // One exception let through would end all calculation in the workbook.
        return ErrorValueObject.create(ErrorType.VALUE);
      }
    }
  }
  return [GridFunction, name];
}

/** What the grid shows while the function is typed. */
export function toGridDescription({ name, description, parameters }: CellFunction): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  };
}

function valueOf(object: Nullable<BaseValueObject>): unknown {
  if (!object || object.isNull()) return null;
  if (object.isError()) return { code: (object as ErrorValueObject).getErrorType() } satisfies CellFailure;
  return object.getValue();
}

function onlyValue(object: BaseValueObject): unknown {
  return object.isArray() ? valueOf((object as ArrayValueObject).get(0, 0)) : valueOf(object);
}

function matrixOf(object: BaseValueObject): unknown[][] {
  if (!object.isArray()) return [[valueOf(object)]];
  const array = object as ArrayValueObject;
  return Array.from({ length: array.getRowCount() }, (_, row) =>
    Array.from({ length: array.getColumnCount() }, (_, column) => valueOf(array.get(row, column))),
  );
}

/** Texts are handed over as they are: the grid would otherwise take "2.10" for the number 2.1. */
function toGridValue(value: unknown): BaseValueObject {
  if (value === null || value === undefined) return NullValueObject.create();
  if (typeof value === 'number') {
    return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  }
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'object' && 'code' in value) return ErrorValueObject.create(value.code as ErrorType);
  return StringValueObject.create(String(value));
}

function toGridResult(result: unknown): BaseValueObject {
  if (!Array.isArray(result)) return toGridValue(result);
  const rows = result as unknown[][];
  const columnCount = Math.max(...rows.map((row) => row.length));
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => Array.from({ length: columnCount }, (_, column) => toGridValue(row[column]))),
    rowCount: rows.length,
    columnCount,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}
