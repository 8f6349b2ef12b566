import type { Finding } from '../../assessment';
import type { LooseFigure, Place, Reading } from '../reading';
import type { FigureProblem } from '../values';

type Told = Pick<Finding, 'code' | 'severity' | 'remedy'>;

/** A finding for every place and loose figure with one kind of problem. */
export function findingsFor(reading: Reading, problem: FigureProblem, told: Told): Finding[] {
  const places = reading.places.filter((place) => place.code === problem);
  const loose = reading.loose.filter((figure) => figure.code === problem);
  return [...places.map((place) => ofPlace(place, told)), ...loose.map((figure) => ofLoose(figure, told))];
}

function ofPlace({ claim, fact, problem }: Place, told: Told): Finding {
  const { unit, item, source } = claim;
  return { ...told, source, message: `“${unit}”的“${fact.name}”：${problem ?? ''}`, item, fact: fact.id, unit };
}

function ofLoose({ source, what, raw, problem }: LooseFigure, told: Told): Finding {
  return { ...told, source, message: problem ? `${what}：${problem}。` : `${what}填的是“${raw}”。` };
}
