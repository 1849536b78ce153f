// The last words of a run: which other makers' programs tests compared ours with, and which tests were skipped for want
// of which.
import type { Reporter, TestModule } from 'vitest/node'
import './programs-noted.ts'

export default class ProgramsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const used = new Map<string, number>()
    const skipped: string[] = []
    for (const module of modules)
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'skipped' && result.note)
          skipped.push(`  ${result.note}: ${module.relativeModuleId} > ${test.fullName}`)
        else for (const program of test.meta().programs ?? []) used.set(program, (used.get(program) ?? 0) + 1)
      }
    if (used.size === 0 && skipped.length === 0) return
    const counted = [...used].toSorted().map(([program, tests]) => `${program} (${tests})`)
    console.log(`Other programs that ran, and in how many tests: ${counted.join(', ') || 'none'}`)
    if (skipped.length > 0) console.log(`Tests skipped for want of one:\n${skipped.toSorted().join('\n')}`)
  }
}
