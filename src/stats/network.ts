// Who is in contact with whom: one group's answers about each other group, summed up for the whole.

/**
 * Strength of contact as row group sees it with column group, from 0; null where it is unknown or withheld. The diagonal
 * is not looked at.
 */
export type ContactMatrix = readonly (readonly (number | null)[])[]

/**
 * Density of a valued network, 0–1: mean of the known cells as a share of the strongest contact there can be. Wasserman
 * & Faust (1994), Social Network Analysis, 4.5.
 * @returns null where no cell is known
 * @throws RangeError with a matrix that is not square, or a cell outside 0–strongest
 */
export function networkDensity(matrix: ContactMatrix, strongest: number): number | null {
  const cells = knownCells(matrix, strongest)
  return cells.length === 0 ? null : cells.reduce((total, { there }) => total + there, 0) / cells.length / strongest
}

/**
 * Share of all contact that is seen from both sides, 0–1: Σ min(A→B, B→A) / Σ A→B, over pairs known both ways.
 * Squartini, Picciolli, Ruzzenenti & Garlaschelli (2013), "Reciprocity of weighted networks", Scientific Reports 3.
 * @returns null where no pair is known both ways, or none has any contact
 * @throws RangeError with a matrix that is not square, or a cell outside 0–strongest
 */
export function networkReciprocity(matrix: ContactMatrix, strongest: number): number | null {
  let shared = 0
  let total = 0
  for (const { there, back } of knownCells(matrix, strongest)) {
    if (back === null) continue
    shared += Math.min(there, back)
    total += there
  }
  return total === 0 ? null : shared / total
}

/**
 * How far contact is answered beyond what its mean strength would give, −1 to 1: the correlation of A→B with B→A over
 * pairs known both ways. 0 = no more than by chance, negative = one-sided. Garlaschelli & Loffredo (2004), "Patterns of
 * link reciprocity in directed networks", Physical Review Letters 93.
 * R: cor(x[row(x) != col(x)], t(x)[row(x) != col(x)])
 * @returns null below two such pairs, or where all their cells are equal
 * @throws RangeError with a matrix that is not square, or a cell outside 0–strongest
 */
export function reciprocityCorrelation(matrix: ContactMatrix, strongest: number): number | null {
  const mutual = knownCells(matrix, strongest).flatMap(({ there, back }) => (back === null ? [] : [{ there, back }]))
  if (mutual.length < 4) return null
  const average = mutual.reduce((total, { there }) => total + there, 0) / mutual.length
  let shared = 0
  let total = 0
  for (const { there, back } of mutual) {
    shared += (there - average) * (back - average)
    total += (there - average) ** 2
  }
  return total === 0 ? null : shared / total
}

/** Cells off the diagonal that are known, each with the cell that looks back. */
function knownCells(matrix: ContactMatrix, strongest: number): { there: number; back: number | null }[] {
  if (matrix.some((row) => row.length !== matrix.length)) throw new RangeError('network requires a square matrix')
  return matrix.flatMap((row, from) =>
    row.flatMap((there, to) => {
      if (there === null || from === to) return []
      if (!(there >= 0 && there <= strongest)) throw new RangeError(`network requires contacts of 0–${strongest}`)
      return [{ there, back: matrix[to]?.[from] ?? null }]
    }),
  )
}
