// Every refusal Samverka knows, with its status. The words stand in i18n/…/common.ts under problem.<code>.

export const problems = {
  not_found: 404,
  forbidden: 403,
  cross_site: 403,
  signed_out: 401,
  too_many_tries: 429,
  too_large: 413,
  bad_request: 400,
  wave_not_open: 409,
  wave_overdue: 409,
  wave_closed: 409,
  wave_already_open: 409,
  wave_needs_participants: 409,
  answers_changed: 409,
  nothing_to_release: 409,
  logo_undrawable: 409,
  storage_failed: 503,
  key_missing: 500,
  key_unreadable: 500,
  key_differs: 500,
  database_refused: 500,
  needs_migration: 500,
  newer_database: 500,
  database_empty: 500,
  in_use: 500,
  settings_wrong: 500,
  unknown_argument: 500,
  no_questionnaires: 500,
  settings_missing: 500,
  dkim_key_unusable: 500,
} as const

export type ProblemCode = keyof typeof problems

/** A refusal: a stable code, a status, and facts for whoever reads it. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly details: Readonly<Record<string, string | number>>
  constructor(code: ProblemCode, details: Readonly<Record<string, string | number>> = {}) {
    const facts = Object.entries(details).map(([name, value]) => `${name}=${value}`)
    super([code, ...facts].join(' '))
    this.name = 'Problem'
    this.code = code
    this.status = problems[code]
    this.details = details
  }
}
