// What the demonstration says about itself, with the planted change in so many words.
import { municipality } from './municipalities.ts'
import { laterPlans, type MunicipalityPlan, plans, plantedIndexChange } from './plan.ts'

const minus = '\u2212'

export function aboutTheDemo(): { sv: string; en: string } {
  const planted = tellPlanted(plans)
  return {
    sv: [
      'Det här är ett demoprojekt. Kommunerna finns, men allt annat är påhittat: deltagarna, svaren, meningarna i fritext och därmed alla siffror. Inget här säger något om hur det är i kommunerna.',
      `Svaren är gjorda så att den sanna förändringen är känd. Så här många poäng (0–100) ska samverkansindexet ha ändrats i varje kommun: ${planted}. Det som resultaten visar ligger nära, men inte mitt på, eftersom bara några få personer har svarat.`,
      'Hela tabellen, kommun för kommun och skala för skala, står i docs/demo.md.',
    ].join('\n\n'),
    en: [
      'This is a demonstration project. The municipalities exist, but everything else is invented: the participants, the answers, the sentences in free text, and so every figure. Nothing here says anything about how things are in the municipalities.',
      `The answers are made so that the true change is known. The collaboration index is meant to have changed by this many points (0–100) in each municipality: ${planted}. What the results show lies near that but not right on it, since only a few people have answered.`,
      'The whole table, municipality by municipality and scale by scale, is in docs/demo.md.',
    ].join('\n\n'),
  }
}

export function aboutTheLaterDemo(): { sv: string; en: string } {
  const planted = tellPlanted(laterPlans)
  return {
    sv: [
      'Det här är demots andra projekt: ett program som kom efter det första, i sex kommuner. Kommunerna finns, men allt annat är påhittat: deltagarna, svaren, meningarna i fritext och därmed alla siffror. Inget här säger något om hur det är i kommunerna.',
      'Älmhult, Ljungby och Ludvika är med i båda programmen. När resultaten i båda projekten är frysta kan de läggas sida vid sida under Jämför.',
      `Så här många poäng (0–100) ska samverkansindexet ha ändrats i varje kommun: ${planted}. Hela tabellen står i docs/demo.md.`,
    ].join('\n\n'),
    en: [
      'This is the second project of the demonstration: a programme that followed the first, in six municipalities. The municipalities exist, but everything else is invented: the participants, the answers, the sentences in free text, and so every figure. Nothing here says anything about how things are in the municipalities.',
      'Älmhult, Ljungby and Ludvika are in both programmes. Once the results of both projects are frozen, they can be laid side by side under Compare.',
      `The collaboration index is meant to have changed by this many points (0–100) in each municipality: ${planted}. The whole table is in docs/demo.md.`,
    ].join('\n\n'),
  }
}

const tellPlanted = (places: readonly MunicipalityPlan[]): string =>
  places.map((place) => `${municipality(place.code).name} ${signed(plantedIndexChange(place))}`).join(', ')

/** "+7", "0", "−4", and with one decimal "−0.1", "0.0". */
export function signed(points: number, decimals = 0): string {
  const size = Math.abs(points).toFixed(decimals)
  if (Number(size) === 0) return size
  return `${points > 0 ? '+' : minus}${size}`
}
