// What the demonstration says about itself, with the planted change in so many words.
import { municipality } from './municipalities.ts'
import { laterPlans, type MunicipalityPlan, plans, plantedIndexChange } from './plan.ts'

const minus = '\u2212'

export function aboutTheDemo(): { sv: string; en: string } {
  const meant = tellPlanted(plans)
  return {
    sv: [
      `Det här är ett demoprojekt. ${invented.sv}`,
      `Svaren är gjorda så att den sanna förändringen är känd. ${meant.sv} Det som resultaten visar ligger nära, men inte mitt på, eftersom bara några få personer har svarat.`,
      'Hela tabellen, kommun för kommun och skala för skala, står i docs/demo.md.',
    ].join('\n\n'),
    en: [
      `This is a demonstration project. ${invented.en}`,
      `The answers are made so that the true change is known. ${meant.en} What the results show lies near that but not right on it, since only a few people have answered.`,
      'The whole table, municipality by municipality and scale by scale, is in docs/demo.md.',
    ].join('\n\n'),
  }
}

export function aboutTheLaterDemo(): { sv: string; en: string } {
  const meant = tellPlanted(laterPlans)
  return {
    sv: [
      `Det här är demots andra projekt: ett program som kom efter det första, i sex kommuner. ${invented.sv}`,
      'Älmhult, Ljungby och Ludvika är med i båda programmen. När resultaten i båda projekten är frysta kan de läggas sida vid sida under Jämför.',
      `${meant.sv} Hela tabellen står i docs/demo.md.`,
    ].join('\n\n'),
    en: [
      `This is the second project of the demonstration: a programme that followed the first, in six municipalities. ${invented.en}`,
      'Älmhult, Ljungby and Ludvika are in both programmes. Once the results of both projects are frozen, they can be laid side by side under Compare.',
      `${meant.en} The whole table is in docs/demo.md.`,
    ].join('\n\n'),
  }
}

const invented = {
  sv: 'Kommunerna finns, men allt annat är påhittat: deltagarna, svaren, meningarna i fritext och därmed alla siffror. Inget här säger något om hur det är i kommunerna.',
  en: 'The municipalities exist, but everything else is invented: the participants, the answers, the sentences in free text, and so every figure. Nothing here says anything about how things are in the municipalities.',
}

function tellPlanted(places: readonly MunicipalityPlan[]): { sv: string; en: string } {
  const list = places.map((place) => `${municipality(place.code).name} ${signed(plantedIndexChange(place))}`).join(', ')
  return {
    sv: `Så här många poäng (0–100) ska samverkansindexet ha ändrats i varje kommun: ${list}.`,
    en: `The collaboration index is meant to have changed by this many points (0–100) in each municipality: ${list}.`,
  }
}

/** "+7", "0", "−4", and with one decimal "−0.1", "0.0". */
export function signed(points: number, decimals = 0): string {
  const size = Math.abs(points).toFixed(decimals)
  if (Number(size) === 0) return size
  return `${points > 0 ? '+' : minus}${size}`
}
