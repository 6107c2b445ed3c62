import { comparePolicies, studyPolicies } from '../../src/core/schedule/simulate-plan.ts';
import { type SimulatedFigure, simulationSetup, specifiedFigures } from '../support/study-simulation.ts';
import type { Figure } from './measure.ts';

const names: Readonly<Record<SimulatedFigure, string>> = {
  recall: 'mean recall on the day',
  reviews: 'reviews',
  busiest: 'reviews on the busiest day',
  lastDay: 'reviews on the last day',
};

/** What each way to study 300 cards towards a date in 60 days comes to, beside what is specified. */
export function studyFigures(): Figure[] {
  const outcomes = comparePolicies(simulationSetup);
  return studyPolicies.flatMap((policy) =>
    (Object.keys(names) as SimulatedFigure[]).map((figure) => {
      const specified = specifiedFigures.find(([one, other]) => one === policy && other === figure)?.[2];
      return {
        name: `${policy}: ${names[figure]}`,
        value: outcomes[policy][figure],
        unit: figure === 'recall' ? 'share' : '',
        ...(specified === undefined ? {} : { specified }),
      };
    }),
  );
}
