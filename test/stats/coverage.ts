// Walks every number of a file of reference results: each is either computed here and equal, or left out for a reason.

/** Paths that match are not compared, because … */
export type LeftOut = readonly [path: RegExp, because: string]
/** Paths that match may differ by this share, because … */
export type Tolerance = readonly [path: RegExp, relative: number, because: string]

export interface Coverage {
  /** One line for each kind of number. */
  report: string[]
  /** What is neither equal nor left out for a reason, and reasons that nothing needs. */
  faults: string[]
}

interface Kind {
  count: number
  note: string
  largestError: number
}

/**
 * @param ours the same tree with our numbers; what it lacks must be left out for a reason
 * @param kindOf the kind under which a path is reported
 */
export function cover(
  reference: unknown,
  ours: unknown,
  { leftOut, tolerances, kindOf }: { leftOut: LeftOut[]; tolerances: Tolerance[]; kindOf: (path: string) => string },
): Coverage {
  const computed = new Map(numbersOf(ours))
  const unused = new Set<LeftOut | Tolerance>([...leftOut, ...tolerances])
  const equal = new Map<string, Kind>()
  const omitted = new Map<string, Kind>()
  const faults: string[] = []
  for (const [path, expected] of numbersOf(reference)) {
    const actual = computed.get(path)
    const reason = leftOut.find(([pattern]) => pattern.test(path))
    const tolerance = tolerances.find(([pattern]) => pattern.test(path))
    if (reason) {
      unused.delete(reason)
      tally(omitted, kindOf(path), reason[1])
      if (actual !== undefined) faults.push(`${path} is left out, and computed: ${actual}`)
    } else if (actual === undefined) faults.push(`${path} is neither computed nor left out for a reason`)
    else {
      if (tolerance) unused.delete(tolerance)
      const allowed = tolerance?.[1] ?? 1e-9
      const distance = Math.abs(actual - expected)
      const error = expected === 0 ? distance : distance / Math.abs(expected)
      tally(equal, kindOf(path), tolerance ? `within ${allowed}: ${tolerance[2]}` : `within ${allowed}`, error)
      if (!(error <= allowed)) faults.push(`${path} is ${actual}, R says ${expected} (off by ${error} of it)`)
    }
  }
  for (const [pattern] of unused) faults.push(`nothing needs the rule for ${pattern}`)
  return { report: [...describeEqual(equal), ...describeLeftOut(omitted)], faults }
}

function tally(kinds: Map<string, Kind>, kind: string, note: string, error = 0): void {
  const so = kinds.get(kind) ?? { count: 0, note, largestError: 0 }
  kinds.set(kind, { count: so.count + 1, note, largestError: Math.max(so.largestError, error) })
}

function describeEqual(kinds: Map<string, Kind>): string[] {
  const lines = [...kinds].map(([name, kind]) => {
    const error = kind.largestError > 0 ? `, largest error ${kind.largestError.toExponential(1)}` : ''
    return `  ${name} (${kind.count}): ${kind.note}${error}`
  })
  return [`Computed and equal: ${countOf([...kinds.values()])} numbers`, ...lines]
}

function describeLeftOut(kinds: Map<string, Kind>): string[] {
  const lines = [...Map.groupBy(kinds, ([, { note }]) => note)].map(
    ([reason, those]) =>
      `  ${reason} (${countOf(those.map(([, kind]) => kind))}): ${those.map(([name]) => name).join(', ')}`,
  )
  return [`Left out: ${countOf([...kinds.values()])} numbers`, ...lines]
}

const countOf = (kinds: readonly Kind[]) => kinds.reduce((total, { count }) => total + count, 0)

/** Every finite number of a tree, with its path: `A.ci_t.0`. */
function numbersOf(tree: unknown, path = ''): [path: string, value: number][] {
  if (typeof tree === 'number') return Number.isFinite(tree) ? [[path, tree]] : []
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]) => numbersOf(value, path === '' ? key : `${path}.${key}`))
}
