// English words: headings of research files, and what their columns mean.
import type sv from '../sv/research.ts'
import type { Words } from '../words.ts'

export default {
  participant: 'Participant',
  municipality: 'Municipality code',
  actor_group: 'Actor group',
  wave: 'Wave',
  answered: 'Answered',
  questionnaire_version: 'Questionnaire version',
  language: 'Language',
  mode: 'Mode',
  submitted_day: 'Submitted',
  noted: {
    participant: 'Pseudonym, valid within this export only',
    municipality: 'Municipality code, four digits as text',
    actor_group: 'Actor group in the register',
    wave: 'Wave',
    answered: '1 = there is a response, 0 = asked without a response',
    questionnaire_version: 'Version of the questionnaire that was answered',
    language: 'Language of the response',
    mode: 'web = answered in Samverka, import = read from a file',
    submitted_day: 'Day the response came in, Swedish time',
  },
  revised: (title, revision) => `${title} (version ${revision})`,
  score: {
    higher_is_better: '0–100, higher is better. Empty = too few items answered.',
    lower_is_better: '0–100, lower is better. Empty = too few items answered.',
  },
  codebook: {
    variable: 'Variable',
    source: 'Item and revision',
    type: 'Type',
    text: 'Text',
    text_sv: 'Text in Swedish',
    text_en: 'Text in English',
    values: 'Values',
    missing: 'Missing values',
    waves: 'Waves',
    scores: 'Scores',
  },
} satisfies Words<typeof sv>
