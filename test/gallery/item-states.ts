// Every type of question as it is empty, answered, filled in wrongly and filled to the brim.
import { beginEveryType, fieldsOfPage, openEveryType } from '../support/every-type.ts'
import { flen, makeWorld } from '../support/world.ts'
import { form } from '../survey/every-type.ts'
import type { Seen } from './states.ts'

export async function itemStates() {
  const world = await makeWorld()
  world.addPeople(10, flen)
  const wave = openEveryType(world)
  const links: string[] = []
  for (let at = 0; at < 10; at += 1) {
    const { link, send } = await beginEveryType(world, wave, at)
    await send('you', { B: 'FTG', MET: '1' })
    // Without so many hours nobody is asked when they first met.
    await send('facts', { HOURS: '12' })
    links.push(link)
  }
  const [empty = '', answered = '', ...wrong] = links
  for (const [at, [page, fields]] of Object.entries(fieldsOfPage).entries())
    await world.post(`${answered}/${at + 1}`, {
      form: { _page: page, ...Object.fromEntries(fields.map((field) => [field, form[field]])) },
    })
  const seen: Seen[] = [
    ...[1, 2, 3, 4, 5, 6].flatMap((page) => [
      { name: `items, empty, page ${page}`, path: `${empty}/${page}` },
      { name: `items, answered, page ${page}`, path: `${answered}/${page}` },
    ]),
    { name: 'items, to be checked', path: `${answered}/check` },
    {
      name: 'items, wrong rating',
      path: `${wrong[0]}/2`,
      form: { _page: 'meetings', M1: '9', ALL: '11' },
      status: 422,
    },
    { name: 'items, wrong row of a grid', path: `${wrong[1]}/3`, form: { _page: 'contact', G_KTJ: '9' }, status: 422 },
    { name: 'items, wrong choice', path: `${wrong[2]}/1`, form: { _page: 'you', B: 'XYZ' }, status: 422 },
    {
      name: 'items, wrong choices and number',
      path: `${wrong[3]}/4`,
      form: { _page: 'facts', WAYS: 'fax', HOURS: '1,200' },
      status: 422,
    },
    {
      name: 'items, wrong date and texts',
      path: `${wrong[4]}/5`,
      form: {
        _page: 'words',
        'FIRST-day': '31',
        'FIRST-month': '',
        'FIRST-year': '2027',
        PLACE: '<img src=x onerror=alert(1)>'.repeat(3),
        WORDS: 'ord '.repeat(200),
      },
      status: 422,
    },
    {
      name: 'items, wrong ranking',
      path: `${wrong[5]}/6`,
      form: { _page: 'order', 'FIRSTS-shop': '2', 'FIRSTS-bus': '2' },
      status: 422,
    },
    {
      name: 'items, no such date, and texts without a space',
      path: `${wrong[6]}/5`,
      form: {
        _page: 'words',
        'FIRST-day': '31',
        'FIRST-month': '2',
        'FIRST-year': '2027',
        PLACE: 'Å'.repeat(60),
        WORDS: 'Ö'.repeat(199),
      },
      status: 422,
    },
  ]
  return { world, seen }
}
