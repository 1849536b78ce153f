// Every table of the database. The migrations in migrations/ make these tables STRICT and add the triggers that
// freeze what must never change; a test holds the two together.
// Times are UTC milliseconds. Ids are random text made by the application. No key deletes what refers to it.
export * from './schema/asking.ts'
export * from './schema/instance.ts'
export * from './schema/jobs.ts'
export * from './schema/letters.ts'
export * from './schema/open-answers.ts'
export * from './schema/paper.ts'
export * from './schema/people.ts'
export * from './schema/programme.ts'
export * from './schema/reports.ts'
export * from './schema/results.ts'
export * from './schema/staff.ts'
