// The process that tries to draw logotypes, one after the other, for logo-trial.ts.
import os from 'node:os'
import { type DrawableLogo, drawLogo } from './logo-drawing.ts'
import type { DrawingFault, TrialWord } from './logo-trial.ts'

try {
  // Answers go first where both want the processor.
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
} catch {
  // A system that does not allow it draws as well.
}

const say = (word: TrialWord) => process.send?.(word)
process.on('message', (logo: DrawableLogo) => say({ fault: tried(logo) }))
say('started')

function tried(logo: DrawableLogo): DrawingFault | null {
  try {
    drawLogo(logo)
    return null
  } catch (error) {
    return String(error).includes('could not be displayed with a font') ? 'letters' : 'damaged'
  }
}
