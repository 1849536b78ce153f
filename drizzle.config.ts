import { defineConfig } from 'drizzle-kit'

// `npm run db:generate` writes the SQL of a schema change. Then, by hand: append STRICT to every CREATE TABLE, and
// read docs/decisions/0002 before a table is rebuilt.
export default defineConfig({ dialect: 'sqlite', schema: './src/store/schema.ts', out: './migrations' })
