// Follows a piece of long work: moves its bar, and reads the page again when it has ended. Without this script the
// page does so by itself where it is asked to.
const card = document.querySelector('[data-job]')
const bar = card?.querySelector('progress')
const steps = card?.querySelector('[data-of]')

/** Milliseconds between looks: often at first, and no oftener than needed for what takes long. */
let pause = 500
const longestPause = 4000

async function look() {
  try {
    const response = await fetch(card.dataset.job, { headers: { accept: 'application/json' } })
    if (response.status < 500) {
      if (!response.ok) return ifStaying(() => location.reload())
      const { state, done, total } = await response.json()
      if (state !== card.dataset.state) return ifStaying(() => location.replace(location.pathname))
      if (total > 0) {
        bar.max = total
        bar.value = done
        const words = steps.dataset.of.replace('{done}', done).replace('{total}', total)
        if (steps.textContent !== words) steps.textContent = words
      }
    }
  } catch {
    // The line is down for a while: look again.
  }
  pause = Math.min(pause * 1.3, longestPause)
  setTimeout(look, pause)
}

if (bar && steps) setTimeout(look, pause)
