// The limit of saving: the rows of whole visits, written by prepared statements in durable transactions and nothing else.
import Sqlite from 'better-sqlite3'

type Row = Readonly<Record<string, unknown>>

/** Rows as the server has written them, to be written again for others. */
interface Written {
  draft: Row
  response: Row
  event: Row
}

/**
 * Visits a second where those of `together` people share each commit. A visit is a draft begun, saved once for each of
 * `pages`, and sent in.
 * @param file a copy of the server's database, with what it has written
 */
export function countBareVisits(file: string, pages: number, together: number, seconds: number): number {
  const db = new Sqlite(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  const written: Written = {
    draft: rowOf(db, 'select * from drafts order by length(answers) desc limit 1'),
    response: rowOf(db, 'select * from responses limit 1'),
    event: rowOf(db, `select * from events where action = 'response.submitted' limit 1`),
  }
  db.exec('delete from responses; delete from drafts')
  const invitations = db.prepare('select id from invitations').pluck().all() as string[]
  const write = preparedFor(db, written)
  const answers = Object.entries(JSON.parse(String(written.draft.answers)) as Row)
  const upTo = (page: number) =>
    JSON.stringify(Object.fromEntries(answers.slice(0, Math.ceil((answers.length * page) / pages))))
  const inOne = (step: (id: string) => void) =>
    db.transaction((ids: readonly string[]) => {
      for (const id of ids) step(id)
    })
  const begin = inOne((id) => write.begin(id))
  const saves = Array.from({ length: pages }, (_, at) => inOne((id) => write.save(id, upTo(at + 1))))
  const send = inOne((id) => write.send(id))

  const start = performance.now()
  let visits = 0
  while (performance.now() - start < 1000 * seconds && visits + together <= invitations.length) {
    const ids = invitations.slice(visits, visits + together)
    begin.immediate(ids)
    for (const save of saves) save.immediate(ids)
    send.immediate(ids)
    visits += together
  }
  const took = (performance.now() - start) / 1000
  db.close()
  return visits / took
}

function rowOf(db: Sqlite.Database, query: string): Row {
  const row = db.prepare(query).get() as Row | undefined
  if (!row) throw new Error(`nothing was written: ${query}`)
  return row
}

function preparedFor(db: Sqlite.Database, { draft, response, event }: Written) {
  const insertInto = (table: string, columns: readonly string[]) =>
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((column) => `@${column}`).join(', ')})`
  const { id: _id, ...eventRow } = event
  const begin = db.prepare(insertInto('drafts', Object.keys(draft)))
  const read = db.prepare('select answers, marks from drafts where invitation_id = ?')
  const save = db.prepare('update drafts set answers = ?, marks = ?, saved_at = ? where invitation_id = ?')
  const respond = db.prepare(insertInto('responses', Object.keys(response)))
  const remove = db.prepare('delete from drafts where invitation_id = ?')
  const note = db.prepare(insertInto('events', Object.keys(eventRow)))
  let receipts = 0
  return {
    begin: (id: string) => begin.run({ ...draft, invitation_id: id, answers: '{}', marks: '{}' }),
    save(id: string, answers: string) {
      read.get(id)
      save.run(answers, draft.marks, Date.now(), id)
    },
    send(id: string) {
      receipts += 1
      respond.run({ ...response, id: `bare-${receipts}`, receipt: `BARE-${receipts}`, invitation_id: id })
      remove.run(id)
      note.run({ ...eventRow, subject: `invitation:${id}` })
    },
  }
}
