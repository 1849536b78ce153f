// The type that a Swedish phrase file gives its English twin: the same keys at every depth, texts for texts, lists for
// lists, and functions of the same arguments for functions.
export type Words<T> = {
  [K in keyof T]: T[K] extends (...values: infer A) => string
    ? (...values: A) => string
    : T[K] extends string
      ? string
      : T[K] extends readonly string[]
        ? string[]
        : Words<T[K]>
}
