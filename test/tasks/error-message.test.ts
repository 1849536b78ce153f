// What a command says when it is called in a way that cannot be: in the language of the command, whoever threw it.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import { parseQuestionnaire } from '#survey/questionnaire.ts'
import { messageOf } from '../../src/tasks/error-message.ts'

const here = import.meta.dirname
const options = { project: { type: 'string' }, preview: { type: 'boolean' } } as const
const parse = (...args: string[]) => parseArgs({ args, options, allowPositionals: true })

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return expect.fail('nothing was thrown')
}

test.each([
  ['an option that is not there', () => parse('--nope=1'), 'Valet --nope finns inte.', 'There is no option --nope.'],
  [
    'an option without its value',
    () => parse('--project'),
    'Efter --project ska ett värde stå.',
    'A value should follow --project.',
  ],
  [
    'an option followed by another',
    () => parse('--project', '--preview'),
    'Efter --project ska ett värde stå.',
    'A value should follow --project.',
  ],
  [
    'a switch with a value',
    () => parse('--preview=yes'),
    'Efter --preview ska inget värde stå.',
    'No value should follow --preview.',
  ],
  [
    'a file that is not there',
    () => readFileSync('finns-inte.csv'),
    'finns-inte.csv: Filen eller mappen finns inte.',
    'finns-inte.csv: There is no such file or folder.',
  ],
  [
    'a folder in place of a file',
    () => readFileSync(here),
    'Det är en mapp. Ange en fil.',
    'It is a folder. Name a file.',
  ],
  [
    'a port that is taken',
    () => {
      throw Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE', port: 3000 })
    },
    'PORT=3000: Porten är upptagen. Stoppa den som har den, eller välj en annan.',
    'PORT=3000: The port is taken. Stop whoever has it, or choose another.',
  ],
  [
    'a folder that is a file',
    () => writeFileSync(path.join(here, 'commands.ts', 'ut.csv'), ''),
    `${path.join(here, 'commands.ts', 'ut.csv')}: Vägen dit går genom något som inte är en mapp.`,
    `${path.join(here, 'commands.ts', 'ut.csv')}: The way there leads through something that is no folder.`,
  ],
  [
    'a questionnaire that is no JSON',
    () => parseQuestionnaire('{]', 'v1.json'),
    'v1.json:\n  rad 1, kolumn 2 är inte JSON: här väntades ett namn inom citattecken ("), eller }',
    'v1.json:\n  line 1, column 2 is not JSON: expected a name in double quotes, or }',
  ],
])('%s is told in Swedish and in English', (_, act, swedish, english) => {
  const error = thrownBy(act)
  expect([messageOf(error, 'sv'), messageOf(error, 'en')]).toEqual([swedish, english])
})
