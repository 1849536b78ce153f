// `npm run results`: every figure on a line of its own, the same from files alone, from the database and from a cut.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishCut } from '#publication.ts'
import { getCutResults } from '#store/cuts.ts'
import { openDatabase } from '#store/database.ts'
import { findProject } from '#store/projects.ts'
import { openWorkshop } from './commands.ts'

const folder = path.join(import.meta.dirname, '../data/state-anxiety')
const data = (name: string) => path.join(folder, name)
const surveys = path.join(import.meta.dirname, '../../surveys/samverkan')
const workshop = openWorkshop()
const { run } = workshop
const at = (name: string) => path.join(workshop.folder, name)
const write = (name: string, text: string) => {
  writeFileSync(at(name), text)
  return at(name)
}
afterAll(() => workshop.close())

/** Figures by address, as printed. */
const figuresIn = (out: string) =>
  new Map(
    out
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [address = '', ...value] = line.split(' = ')
        return [address, value.join(' = ')] as const
      }),
  )

const anxietyFiles = [
  ...['--from', data('v1.json'), '--baseline', data('responses_T1.csv'), '--end', data('responses_T2.csv')],
  ...['--participants', data('participants.csv')],
]

interface ReferenceGroup {
  paired: {
    n: number
    mean_T1: number
    sd_T1: number
    mean_T2: number
    sd_T2: number
    mean_change: number
    sd_change: number
    t: number
    p: number
    ci95: [number, number]
  }
}
const reference = JSON.parse(readFileSync(data('reference.json'), 'utf8')) as {
  overall: ReferenceGroup
  group: Record<string, ReferenceGroup>
}

describe('real answers, from files alone', () => {
  let figures: Map<string, string>
  beforeAll(() => {
    const { code, out } = run('results', ...anxietyFiles, '--municipality-column', 'group')
    expect(code).toBe(0)
    figures = figuresIn(out)
  }, 60_000)

  test('means, spreads, t, p and intervals are those of R to nine digits, overall and in each group', () => {
    const groups = [
      ['overall', reference.overall] as const,
      ...Object.entries(reference.group).map(([code, group]) => [`byMunicipality/${code}`, group] as const),
    ]
    let compared = 0
    for (const [place, { paired }] of groups) {
      const ours = (name: string) => figures.get(`indicators/SAI/${place}/paired${name}`)
      if (paired.n === 0) {
        expect([place, ours('')]).toEqual([place, 'too_few'])
        continue
      }
      for (const [name, expected] of [
        ['n', paired.n],
        ['fromMean', paired.mean_T1],
        ['fromSd', paired.sd_T1],
        ['toMean', paired.mean_T2],
        ['toSd', paired.sd_T2],
        ['meanChange', paired.mean_change],
        ['sdChange', paired.sd_change],
        ['t', paired.t],
        ['p', paired.p],
        ['interval/low', paired.ci95[0]],
        ['interval/high', paired.ci95[1]],
      ] as const) {
        const difference = Math.abs(Number(ours(`/${name}`)) - expected) / Math.max(1, Math.abs(expected))
        expect([place, name, difference < 1e-9]).toEqual([place, name, true])
        compared += 1
      }
    }
    // Everybody and thirteen groups of fifteen; two have no second wave.
    expect(compared).toBe(14 * 11)
  })

  test('the database and a cut made by another process give the same bytes, and the files all figures but those of seats and of ways of answering', async () => {
    const done = [
      run('import', 'questionnaire', data('v1.json')),
      run(
        ...(['import', 'project', data('participants.csv'), '--slug', 'sai', '--name', 'SAI'] as const),
        ...['--organisation', 'Trial', '--contact', 'trial@example.org', '--questionnaire', 'state-anxiety@1'],
      ),
      ...(['baseline', 'endline'] as const).map((wave, number) =>
        run(
          ...([
            'import',
            'responses',
            data(`responses_T${number + 1}.csv`),
            '--project',
            'sai',
            '--wave',
            wave,
          ] as const),
          ...['--participants', data('participants.csv'), '--close'],
        ),
      ),
    ]
    expect(done.map(({ code }) => code)).toEqual([0, 0, 0, 0])
    const db = openDatabase(workshop.databaseFile)
    const project = findProject(db, 'sai')
    const publication = project && (await publishCut(db, project, 'system', 1))
    if (publication?.outcome !== 'made') throw new Error(publication?.outcome)
    const published = `${getCutResults(db, publication.cut)}\n`
    db.$client.close()
    const outputs = [
      run('results', '--project', 'sai', '--json'),
      run('results', '--project', 'sai', '--json', '--cut', publication.cut.code),
    ]
    expect(outputs.map(({ code, out }) => [code, out === published])).toEqual([
      [0, true],
      [0, true],
    ])
    const lines = run('results', '--project', 'sai', '--cut', publication.cut.code).out
    // Who has held which seat, and how an answer came, is known to the register alone.
    const inFiles = (all: ReturnType<typeof figuresIn>) => [...all].filter(([path]) => !/\/(turnover|modes)/.test(path))
    expect(inFiles(figuresIn(lines))).toEqual(inFiles(figures))
    const unknown = run('results', '--project', 'sai', '--cut', 'none')
    expect([unknown.code, unknown.error]).toEqual([1, `There is no cut none. There are: ${publication.cut.code}.\n`])
  }, 120_000)
})

describe('small and uneven groups', () => {
  /** Group, and each person's answers (D1, D2, D3, D4) before and after; null = no row, '' = a blank row. */
  const people: readonly (readonly [group: string, before: string | null, after: string | null])[] = [
    // Six people, ties, one item skipped after.
    ...(['2,2,2,2', '2,2,2,2', '3,2,2,2', '2,2,3,2', '2,1,2,2', '2,2,2,3'] as const).map(
      (before, row) => ['Six', before, row === 0 ? '4,4,4,' : '4,4,4,4'] as const,
    ),
    // Identical answers: everybody changes equally much.
    ...Array.from({ length: 5 }, () => ['Same', '2,2,2,2', '3,3,3,3'] as const),
    // Never asked D3 and D4.
    ...Array.from({ length: 6 }, (_, row) => ['Half', '2,2,,', row < 3 ? '4,4,,' : '3,3,,'] as const),
    // Nobody answered both: six left, two came blank.
    ...Array.from({ length: 6 }, () => ['Left', '2,2,2,2', null] as const),
    ...Array.from({ length: 2 }, () => ['Left', ',,,', ',,,'] as const),
    // Answered one item of four, too few for a score.
    ...Array.from({ length: 6 }, () => ['Sparse', '2,,,', '4,,,'] as const),
    ...Array.from({ length: 4 }, () => ['Four', '2,2,2,2', '4,4,4,4'] as const),
    ['One', '2,2,2,2', '5,5,5,5'],
    ['Zero', null, null],
  ]
  let figures: Map<string, string>
  let json: string
  beforeAll(() => {
    const idOf = (row: number) => `P${String(row).padStart(2, '0')}`
    const wave = (pick: 1 | 2) =>
      people.flatMap((person, row) => (person[pick] === null ? [] : [`${idOf(row)},${person[pick]}`]))
    const files = [
      ...['--from', path.join(surveys, 'v1.json'), '--version-end', path.join(surveys, 'v2.json')],
      ...['--baseline', write('t1.csv', `id,D1,D2,D3,D4\n${wave(1).join('\n')}\n`)],
      ...['--end', write('t2.csv', `id,D1,D2,D3,D4\n${wave(2).join('\n')}\n`)],
      ...[
        '--participants',
        write(
          'p.csv',
          `id,site,kommun,actor_group\n${people.map(([group], row) => `${idOf(row)},${group},elsewhere,LUG`).join('\n')}\n`,
        ),
      ],
      ...['--municipality-column', 'site'],
    ]
    const { code, out, error } = run('results', ...files)
    expect([code, error.includes('fault')]).toEqual([0, false])
    figures = figuresIn(out)
    json = run('results', ...files, '--json').out
  }, 60_000)
  const paired = (group: string, name = '') => figures.get(`indicators/D/byMunicipality/${group}/paired${name}`)

  test('no figure is NaN or infinite, and what is not shown has a status', () => {
    expect([...figures.values()].filter((value) => /NaN|Infinity|undefined|^$|^null$/.test(value))).toEqual([])
    expect(json).not.toMatch(/NaN|Infinity/)
    for (const group of ['Left', 'Sparse', 'Four', 'One', 'Zero'])
      expect([group, paired(group)]).toEqual([group, 'too_few'])
  })

  test('ties and a skipped item: the pair counts what was answered both times', () => {
    // By hand: a step is 25 points, D4 is reversed. Changes: 50 (D4 skipped), 25, 18.75, 18.75, 31.25, 31.25.
    expect([paired('Six', '/n'), paired('Six', '/meanChange')]).toEqual(['6', '29.166666666666668'])
  })

  test('equal changes have a mean and no interval, t or p', () => {
    expect(['n', 'meanChange', 'sdChange', 'interval', 't', 'p'].map((name) => paired('Same', `/${name}`))).toEqual([
      // Three items rise by 25 points, the reversed one falls by as much.
      '5',
      '12.5',
      '0',
      'not_computed',
      'not_computed',
      'not_computed',
    ])
  })

  test('items never asked in a group leave the others to make its score', () => {
    // Half of four items is enough: three people rose by 50 points, three by 25.
    expect([paired('Half', '/n'), paired('Half', '/meanChange')]).toEqual(['6', '37.5'])
  })

  test('blank rows are no responses, people who left are counted as asked', () => {
    const counted = ['invitedFrom', 'invitedTo', 'answeredFrom', 'answeredTo'].map((name) =>
      figures.get(`match/overall/${name}`),
    )
    // 37 on the list. Before: all but the two blank ones and the one without a row; after: the six who left as well.
    expect(counted).toEqual(['37', '37', '34', '28'])
  })
})

describe('what is wrong is said without a stack', () => {
  /** The same answers before and after. */
  const filesWith = (answers: string) => {
    const file = write('answers.csv', answers)
    return ['--from', data('v1.json'), '--baseline', file, '--end', file]
  }
  test.each<[string, () => string[], number, string]>([
    ['neither project nor files', () => [], 2, 'Choose either --project or --from.'],
    ['both', () => ['--project', 'x', '--from', 'y'], 2, 'Choose either --project or --from.'],
    ['an option left out', () => ['--from', data('v1.json')], 2, '--baseline is missing.'],
    [
      'a questionnaire that is none',
      () => [...anxietyFiles.slice(2), '--from', data('questionnaire.json')],
      1,
      'questionnaire.json',
    ],
    [
      'two versions of which the later means something else by a code',
      () => {
        const later = readFileSync(path.join(surveys, 'v1.json'), 'utf8').replace('"sv": "Anställd"', '"sv": "Ledig"')
        const files = ['--version-end', write('later.json', later), '--baseline', 'none.csv', '--end', 'none.csv']
        return ['--from', path.join(surveys, 'v1.json'), ...files]
      },
      1,
      'do not fit together:\n  items.1 (B3).choices.1.code: 2 of B3 means',
    ],
    [
      'a column that is not there',
      () => [...anxietyFiles, '--municipality-column', 'nowhere'],
      1,
      'There is no column nowhere. There are: id, group, actor_group, cell.',
    ],
    [
      'people without a place',
      () => filesWith('id,group,actor_group,calm\nA,One,morning,2\nB,,morning,3\n'),
      1,
      'One person lacks a municipality or actor group.\n  Row 3, B',
    ],
    ['a column of places left out', () => anxietyFiles.slice(0, 6), 1, 'Row 1: The column municipality is missing.'],
    [
      'a code outside the scale, with its row as a spreadsheet counts',
      () => [...filesWith('id,group,actor_group,calm\n\nA,One,morning,9\n'), '--municipality-column', 'group'],
      1,
      'Row 3, column calm',
    ],
  ])('%s', (_what, words, code, said) => {
    const result = run('results', ...words())
    expect([result.code, result.out]).toEqual([code, ''])
    expect(result.error).toContain(said)
    expect(result.error).not.toMatch(/^\s+at /m)
  })

  test('help names both ways', () => {
    const { code, out } = run('results', '--help')
    expect([code, out.includes('--project'), out.includes('--from')]).toEqual([0, true, true])
  })
})
