// The type that a Swedish phrase file gives its English twin: the same keys, texts for texts and functions of the
// same arguments for functions.
export type Words<T> = {
  [K in keyof T]: T[K] extends (...values: infer A) => string ? (...values: A) => string : string
}
