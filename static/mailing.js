// Follows a mailing: moves its bar and its numbers as letters leave, and reads the page again when anything else about
// it has changed. Without this script the page does so by itself where it is asked to.
const card = document.querySelector('[data-progress]')
const bar = card?.querySelector('progress')
const stop = card?.querySelector('[data-stop]')

if (bar && stop) {
  const source = new EventSource(card.dataset.progress)
  const show = (isLive) => {
    for (const part of card.querySelectorAll('[data-live]')) part.hidden = (part.dataset.live === 'on') !== isLive
  }
  const write = (part, words) => {
    if (part && part.textContent !== words) part.textContent = words
  }
  source.addEventListener('progress', ({ data }) => {
    const { shape, done, all, words, left, cells } = JSON.parse(data)
    if (shape !== card.dataset.shape) {
      source.close()
      return ifStaying(() => location.reload())
    }
    show(true)
    bar.max = all
    bar.value = done
    bar.setAttribute('aria-label', words)
    write(card.querySelector('[data-words]'), words)
    write(card.querySelector('[data-left]'), left)
    for (const [at, cell] of card.querySelectorAll('[data-cell]').entries()) write(cell, cells[at] ?? '')
  })
  // A line that breaks is taken up again by the browser; one that is refused is not.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) show(false)
  })
  stop.addEventListener('click', () => {
    source.close()
    show(false)
  })
  addEventListener('pagehide', () => source.close())
}
